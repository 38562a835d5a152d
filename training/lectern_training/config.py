"""Settings of the two configurations: the bundled model and the smoke test."""

FULL = dict(
    tokenizer=dict(vocabulary=60000, letters=330_000),
    static=dict(
        width=384, batch=2048, minutes=57, runs=2, rate=0.03, temperature=(0.05, 0.035), token_dropout=0.25, seed=0,
        mixed=0.4,         # batches in which every row has its own pair of languages
        cloze=0.3,         # question batches replaced by a stretch of the passage
        pieces=0.25,       # parallel batches in which a piece of a text meets a passage
        near=0.3,          # batches of rows that look alike
        average_from=0.3,  # the share of the time after which tables are averaged
        keep=0.3,          # share of the table it started from in the result, when it started from one
        sharpen=0.3,       # longer rows are made longer, by this power
        flatten=0.07,      # power of the whitening
        flatten_on=("ntrex", "tico19", "un", "mkqa", "jsquad", "cmrc2018", "drcd", "pquad", "squad-nqg", "thquad"),
        parts=dict(qa=0.20, many=0.35, pair=0.15, dict=0.30)),
    transformer=dict(
        layers=0, heads=1, inner=0,  # without blocks the table is used as it is: see docs/decisions/2026-11-22-embedding-model.md
        coverage=0.6, row_length=4.0, half=True, batch=320, longest=128, minutes=60, rate=2e-4, token_rate=0.001,
        temperature=0.035, mixed=0.4, cloze=0.2, pieces=0.5, near=0.5, near_qa=0.8, least=1500, seed=0, report=25,
        foreign=0.2,               # batches of questions and passages in two languages that only the teacher can order
        taught=1.0,                # weight of the teacher's order against the right answers
        late_share=1.0, teacher_temperature=0.06,
        parts=dict(qa=0.55, many=0.30, pair=0.13, dict=0.02)),
    features=dict(
        threshold=0.1,        # cosine up to which two tokens have nothing in common
        hidden=1536,          # landmarks
        size=1280,            # dimensions of a text's vector
        flatten=0.1,          # power by which the main directions of text vectors are evened out
        most=150,             # texts a view they are found on
        texts=("ntrex", "tico19", "un", "mkqa", "jsquad", "cmrc2018", "drcd", "pquad", "squad-nqg", "thquad", "tydiqa-goldp", "hf-course", "opensource")),
)

SMOKE = dict(
    tokenizer=dict(vocabulary=700, letters=200_000),
    static=dict(FULL["static"], width=32, batch=256, steps=160, runs=1, rate=0.05),
    transformer=dict(FULL["transformer"], layers=1, heads=2, inner=48, half=False, batch=64, longest=64, steps=12, least=64, report=6),
    features=dict(FULL["features"], hidden=64, size=48),
)
for _stage in ("static", "transformer"):
    SMOKE[_stage].pop("minutes")
