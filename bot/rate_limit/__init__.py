"""The rate limit of RingCentral: ten Heavy calls a minute for each user, kept before it is reached.

    caller ── asks for a permit ──▶ limiter ──▶ queue in the database (shared by all workers)
                                       │            │ in the order of callers: people first, background last
                                       │            ▼
    reservation (a form is open) ──────┘        a permit ──▶ one request ──▶ X-Rate-Limit-* headers teach the limiter

`limiter.py` grants permits, `permit.py` is the right to send one request, `waiters.py` holds those of this process who
wait, and `reservation.py` keeps calls free for a form that is open.
"""
