"""Searches with Splink on DuckDB: reads the people once, then one file of questions after the other."""
import sys
import time

import duckdb
import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

COLUMNS = ["person", "name", "sounds", "sex", "year", "born", "latitude", "longitude", "lost"]
FOUND_MAX = 20
IN_QUESTION = ["sounds"], ["given"], ["surname", "year"], ["cell", "year", "sex"]


def read(file):
    rows = pd.read_csv(file, sep="\t", names=COLUMNS, dtype=str, keep_default_na=False).replace("", None)
    rows = rows.astype({"latitude": float, "longitude": float, "born": float, "year": float, "lost": float})
    parts = rows["sounds"].fillna("").str.split(" ")
    rows["surname"], rows["given"] = parts.str[0].replace("", None), parts.str[1:].str.join("").replace("", None)
    # Also where nobody has a name, a name is text.
    rows = rows.astype({column: "string" for column in ["name", "sounds", "surname", "given", "sex"]})
    rows["cell"] = (rows["latitude"] * 2).round().map(str) + ":" + (rows["longitude"] * 2).round().map(str)
    rows["date"] = pd.to_datetime("1970-01-01") + pd.to_timedelta(rows["born"], unit="D")
    rows["lost_on"] = pd.to_datetime("1970-01-01") + pd.to_timedelta(rows["lost"], unit="D")
    return rows


def linker_over(people):
    settings = SettingsCreator(
        link_type="dedupe_only", unique_id_column_name="person", retain_intermediate_calculation_columns=False,
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in IN_QUESTION],
        comparisons=[
            cl.JaroWinklerAtThresholds("sounds", [0.95, 0.88, 0.7]).configure(m_probabilities=[0.74, 0.12, 0.09, 0.04, 0.01]),
            cl.ExactMatch("sex").configure(m_probabilities=[0.989, 0.011]),
            cl.AbsoluteDateDifferenceAtThresholds(
                "date", input_is_string=False, metrics=["day", "month", "year", "year"], thresholds=[1, 2, 1, 4],
            ).configure(m_probabilities=[0.55, 0.02, 0.16, 0.16, 0.1, 0.01]),
            cl.AbsoluteDateDifferenceAtThresholds(
                "lost_on", input_is_string=False, metrics=["day", "day", "month", "month"], thresholds=[1, 7, 1, 6],
            ).configure(m_probabilities=[0.41, 0.05, 0.22, 0.13, 0.12, 0.07]),
            cl.DistanceInKMAtThresholds("latitude", "longitude", [3, 15, 50]).configure(m_probabilities=[0.35, 0.4, 0.2, 0.05]),
        ],
    )
    linker = Linker(people, settings, DuckDBAPI(duckdb.connect()))
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    return linker


def main(people_file):
    linker = linker_over(read(people_file))
    print("ready", flush=True)
    for file in sys.stdin:
        for _, question in read(file.strip()).iterrows():
            begun = time.perf_counter()
            asked = pd.DataFrame([question]).assign(person="asked")
            found = linker.inference.find_matches_to_new_records(
                asked, blocking_rules=[block_on(*columns) for columns in IN_QUESTION], match_weight_threshold=-20)
            rows = found.as_duckdbpyrelation().order("match_weight DESC").limit(FOUND_MAX).fetchall()
            columns = found.as_duckdbpyrelation().columns
            pair = columns.index("person_l"), columns.index("person_r")
            milliseconds = (time.perf_counter() - begun) * 1e3
            people = [next(row[at] for at in pair if row[at] != "asked") for row in rows]
            print(f"{milliseconds}\t{','.join(people)}", flush=True)
        print("done", flush=True)


main(sys.argv[1])
