"""Trains implicit ALS (pyspark.ml.recommendation.ALS) on interactions that Kinograph wrote, and hands the factors back.

Each task is an input folder of user,item,rating parts (CSV.gz, whole numbers from 0 and a rating: above 0 a liking, below 0 a dislike, as much
as it weighs over an unobserved pair) and an output folder of this machine, where items.jsonl.gz and users.jsonl.gz are written: a line
{"id", "features"} each, of all items with a liking and of the first people. Lines that begin with "kinograph " are news, as JSON.
"""

import argparse
import gzip
import json
import os
import threading
import time

from pyspark.ml.recommendation import ALS
from pyspark.sql import SparkSession
from pyspark.sql.functions import broadcast, col

SCHEMA = "user int, item int, rating float"
# Lineage grows with each iteration: without checkpoints it would end in a stack overflow.
CHECKPOINT_EVERY = 10


def tell(**news):
    print("kinograph " + json.dumps(news), flush=True)


def arguments():
    parser = argparse.ArgumentParser()
    for name in ("rank", "iterations", "seed", "people"):
        parser.add_argument("--" + name, type=int, required=True)
    parser.add_argument("--regularization", type=float, required=True)
    parser.add_argument("--checkpoints", required=True)
    parser.add_argument("--task", nargs=4, action="append", required=True, metavar=("NAME", "INPUT", "OUTPUT", "BLOCKS"))
    return parser.parse_args()


def watch(spark, name, ended):
    """Tells how many jobs of the cluster have begun: about two an iteration."""
    tracker = spark.sparkContext.statusTracker()
    before = len(tracker.getJobIdsForGroup(None))
    told = 0
    while not ended.wait(0.5):
        jobs = len(tracker.getJobIdsForGroup(None)) - before
        if jobs > told:
            told = jobs
            tell(task=name, stage="fit", jobs=jobs)


def write(rows, path):
    count = 0
    with gzip.open(path + ".part", "wt", compresslevel=1, encoding="ascii") as file:
        for row in rows.toLocalIterator():
            file.write(json.dumps({"id": row["id"], "features": row["features"]}) + "\n")
            count += 1
    os.replace(path + ".part", path)
    return count


def train(spark, options, name, source, target, blocks):
    tell(task=name, stage="read")
    said = spark.read.schema(SCHEMA).option("mode", "FAILFAST").csv(source)
    # An item that nobody likes is zeros, which add nothing to anybody: left out, so that no row is without regularisation.
    liked = said.filter(col("rating") > 0).select("item").distinct()
    als = ALS(
        rank=options.rank,
        maxIter=options.iterations,
        regParam=options.regularization,
        alpha=1.0,
        implicitPrefs=True,
        nonnegative=False,
        seed=options.seed,
        numUserBlocks=blocks,
        numItemBlocks=blocks,
        checkpointInterval=CHECKPOINT_EVERY,
    )
    ended = threading.Event()
    watcher = threading.Thread(target=watch, args=(spark, name, ended), daemon=True)
    watcher.start()
    started = time.monotonic()
    try:
        model = als.fit(said.join(broadcast(liked), "item", "left_semi").select("user", "item", "rating"))
    finally:
        ended.set()
        watcher.join()
    seconds = time.monotonic() - started
    tell(task=name, stage="write")
    items = write(model.itemFactors, os.path.join(target, "items.jsonl.gz"))
    write(model.userFactors.filter(col("id") < options.people), os.path.join(target, "users.jsonl.gz"))
    tell(task=name, stage="done", items=items, seconds=seconds, version=spark.version)


def main():
    options = arguments()
    spark = SparkSession.builder.appName("kinograph").getOrCreate()
    spark.sparkContext.setCheckpointDir(options.checkpoints)
    for name, source, target, blocks in options.task:
        train(spark, options, name, source, target, int(blocks))
    spark.stop()


if __name__ == "__main__":
    main()
