"""How many threads the libraries for numbers may use: one, since Dragoman itself works in processes."""

from __future__ import annotations

ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
