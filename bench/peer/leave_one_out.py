"""Tunes implicit's ALS on validation parts and measures it on a test part, all of which bench/leave-one-out.ts wrote.

Argument: a JSON file { rows, columns, trials, seed, threads, validation: [part], test: part }; a part is { start, column, cases: [[user, item, [negative]]] }.
Prints one JSON object: version, best (settings), validation (its NDCG@10), ndcg and hits (one value a case of the test part), seconds.
"""
import json
import math
import sys
import time

import implicit
import numpy as np
import scipy.sparse as sparse
from implicit.cpu.als import AlternatingLeastSquares

with open(sys.argv[1]) as file:
    given = json.load(file)


def pairs_of(part):
    column = np.array(part["column"], np.int32)
    start = np.array(part["start"], np.int32)
    return sparse.csr_matrix((np.ones(len(column), np.float32), column, start), shape=(given["rows"], given["columns"]))


def trained(pairs, settings):
    model = AlternatingLeastSquares(random_state=given["seed"], num_threads=given["threads"], **settings)
    model.fit(pairs, show_progress=False)
    return model


def ranks_of(model, cases):
    """The place of each held-out title among its negatives, 1 being the first; equals stand in the order of rows."""
    ranks = []
    for user, item, negatives in cases:
        rows = np.array([item, *negatives])
        scores = model.item_factors[rows] @ model.user_factors[user]
        ahead = (scores[1:] > scores[0]) | ((scores[1:] == scores[0]) & (rows[1:] < item))
        ranks.append(1 + int(ahead.sum()))
    return ranks


def gains(ranks):
    return [1 / math.log2(rank + 1) if rank <= 10 else 0.0 for rank in ranks]


def drawn(random):
    return {
        "factors": 8 * round(16 * 8 ** random.uniform() / 8),
        "regularization": float(0.001 * 100_000 ** random.uniform()),
        "alpha": float(0.5 * 200 ** random.uniform()),
        "iterations": int(random.integers(4, 17)),
    }


started = time.perf_counter()
random = np.random.default_rng(given["seed"])
parts = [(pairs_of(part), part["cases"]) for part in given["validation"]]
best, best_value = {}, -1.0
for trial in range(given["trials"]):
    # Its defaults come first, as ours do.
    settings = drawn(random) if trial > 0 else {}
    value = float(np.mean([gain for pairs, cases in parts for gain in gains(ranks_of(trained(pairs, settings), cases))]))
    if value > best_value:
        best, best_value = settings, value
ranks = ranks_of(trained(pairs_of(given["test"]), best), given["test"]["cases"])
report = {
    "version": implicit.__version__,
    "best": best,
    "validation": best_value,
    "ndcg": gains(ranks),
    "hits": [1 if rank <= 10 else 0 for rank in ranks],
    "seconds": time.perf_counter() - started,
}
print(json.dumps(report))
