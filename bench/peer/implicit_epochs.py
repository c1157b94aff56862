"""Times epochs of implicit's ALS on pairs that bench/als.ts wrote; prints one JSON object a line.

Arguments: folder, users, items, factors, regularization, weight, epochs, threads, solver (cg or cholesky). The folder holds
start.i32 and column.i32 (CSR by user) and users.f32 and items.f32 (the factors to begin with), little-endian.
"""
import json
import os
import sys

import numpy as np
import scipy.sparse as sparse
import threadpoolctl
from implicit.cpu.als import AlternatingLeastSquares

folder, users, items, factors, regularization, weight, epochs, threads, solver = sys.argv[1:]
users, items, factors, epochs = int(users), int(items), int(factors), int(epochs)


def read(name, dtype):
    return np.fromfile(os.path.join(folder, name), dtype)


column = read("column.i32", np.int32)
pairs = sparse.csr_matrix((np.full(len(column), float(weight), np.float32), column, read("start.i32", np.int32)), shape=(users, items))
times = []
model = AlternatingLeastSquares(
    factors=factors,
    regularization=float(regularization),
    alpha=1.0,
    use_cg=solver == "cg",
    iterations=epochs,
    num_threads=int(threads),
    calculate_training_loss=False,
)
model.user_factors = read("users.f32", np.float32).reshape(users, factors)
model.item_factors = read("items.f32", np.float32).reshape(items, factors)
model.fit(pairs, show_progress=False, callback=lambda *news: times.append(news[1]))
model.user_factors.astype(np.float32).tofile(os.path.join(folder, "peer-users.f32"))
model.item_factors.astype(np.float32).tofile(os.path.join(folder, "peer-items.f32"))
blas = sorted({f"{lib.get('internal_api')} {lib.get('version')} {lib.get('architecture')}" for lib in threadpoolctl.threadpool_info()})
print(json.dumps({"seconds": times, "blas": blas}))
