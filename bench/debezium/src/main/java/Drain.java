import io.debezium.embedded.Connect;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.RecordChangeEvent;
import io.debezium.engine.format.ChangeEventFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Carries a backlog of the journal from PostgreSQL to Kafka with Debezium's embedded engine and prints how many facts
 * a second. The time runs from the first batch to the acknowledgement of the last fact: the start of the JVM, of the
 * engine and of the decoding is not held against it.
 */
public final class Drain {
  private final KafkaProducer<String, String> producer;
  private final String topic;
  private final long wanted;
  private final CompletableFuture<Double> factsPerSecond = new CompletableFuture<>();
  private long begun;
  private long carried;

  private Drain(Properties given) {
    topic = given.getProperty("drain.topic");
    wanted = Long.parseLong(given.getProperty("drain.count"));
    Properties kafka = new Properties();
    given.stringPropertyNames().stream().filter(name -> name.startsWith("kafka."))
        .forEach(name -> kafka.put(name.substring(6), given.getProperty(name)));
    kafka.put("acks", "all");
    kafka.put("linger.ms", "5");
    producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer());
  }

  private void carry(List<RecordChangeEvent<SourceRecord>> batch,
      DebeziumEngine.RecordCommitter<RecordChangeEvent<SourceRecord>> committer) throws InterruptedException {
    if (begun == 0) begun = System.nanoTime();
    for (RecordChangeEvent<SourceRecord> event : batch) {
      Struct row = ((Struct) event.record().value()).getStruct("after");
      producer.send(new ProducerRecord<>(topic, row.getString("aggregateid"), row.getString("payload")));
      carried += 1;
    }
    producer.flush();
    for (RecordChangeEvent<SourceRecord> event : batch) committer.markProcessed(event);
    committer.markBatchFinished();
    if (carried >= wanted) factsPerSecond.complete(carried * 1e9 / (System.nanoTime() - begun));
  }

  public static void main(String[] arguments) throws Exception {
    Properties settings = new Properties();
    System.getProperties().forEach((name, value) -> {
      if (name.toString().startsWith("bench.")) settings.put(name.toString().substring(6), value);
    });
    Drain drain = new Drain(settings);
    DebeziumEngine<RecordChangeEvent<SourceRecord>> engine =
        DebeziumEngine.create(ChangeEventFormat.of(Connect.class))
            .using(settings)
            .using((DebeziumEngine.CompletionCallback) (success, message, error) ->
                drain.factsPerSecond.completeExceptionally(new IllegalStateException(message, error)))
            .notifying(drain::carry)
            .build();
    ExecutorService runner = Executors.newSingleThreadExecutor();
    runner.execute(engine);
    System.out.println("factsPerSecond=" + drain.factsPerSecond.get());
    engine.close();
    runner.shutdown();
    System.exit(0);
  }
}
