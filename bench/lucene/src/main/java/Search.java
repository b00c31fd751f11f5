import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.MMapDirectory;

/**
 * Searches as Primero does: every field that is filled in is asked for, any of them may match, and each has a boost: names 15, sex 10,
 * age 10, date of birth 5. A name is its characters and, as Primero has not, its syllables as well.
 */
public final class Search {
  private static final int FOUND_MAX = 20;
  private static final StandardAnalyzer ANALYZER = new StandardAnalyzer();

  private Search() {}

  /** Reads the people from the file that is named, then one name of a file with questions after the other from the input. */
  public static void main(String[] args) throws Exception {
    var directory = new MMapDirectory(Path.of(args[1]));
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER).setRAMBufferSizeMB(256));
        var people = Files.lines(Path.of(args[0]))) {
      for (String line : (Iterable<String>) people::iterator) writer.addDocument(documentOf(line.split("\t", -1)));
      writer.forceMerge(1);
    }
    var searcher = new IndexSearcher(DirectoryReader.open(directory));
    var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String file = input.readLine(); file != null; file = input.readLine()) {
      for (String line : Files.readAllLines(Path.of(file))) {
        long begun = System.nanoTime();
        var found = new StringJoiner(",");
        for (ScoreDoc hit : searcher.search(queryOf(line.split("\t", -1)), FOUND_MAX).scoreDocs)
          found.add(searcher.storedFields().document(hit.doc).get("person"));
        System.out.println((System.nanoTime() - begun) / 1e6 + "\t" + found);
      }
      System.out.println("done");
    }
  }

  /** person, name, sounds, sex, year of birth, date of birth. */
  private static Document documentOf(String[] row) {
    var document = new Document();
    document.add(new StoredField("person", row[0]));
    document.add(new TextField("name", row[1], Field.Store.NO));
    document.add(new TextField("sounds", row[2], Field.Store.NO));
    document.add(new StringField("sex", row[3], Field.Store.NO));
    document.add(new StringField("year", row[4], Field.Store.NO));
    document.add(new StringField("born", row[5], Field.Store.NO));
    return document;
  }

  private static Query queryOf(String[] row) throws Exception {
    var query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    words(query, "name", row[1]);
    words(query, "sounds", row[2]);
    exactly(query, new Term("sex", row[3]), 10);
    exactly(query, new Term("year", row[4]), 10);
    exactly(query, new Term("born", row[5]), 5);
    return query.build();
  }

  private static void words(BooleanQuery.Builder query, String field, String text) throws Exception {
    try (TokenStream tokens = ANALYZER.tokenStream(field, text)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) exactly(query, new Term(field, term.toString()), 15);
      tokens.end();
    }
  }

  private static void exactly(BooleanQuery.Builder query, Term term, float boost) {
    if (!term.text().isEmpty()) query.add(new BoostQuery(new TermQuery(term), boost), BooleanClause.Occur.SHOULD);
  }
}
