"""dateline eval: how well the ranking finds what people judged relevant."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from cli.exit_codes import FOUND
from cli.options import index_option, json_option
from cli.terminal import remark, say


@click.command("eval", short_help="Score the ranking over judged queries.")
@click.argument("queries", type=click.Path(path_type=Path))
@click.argument("qrels", type=click.Path(path_type=Path))
@index_option
@json_option
def eval_command(queries: Path, qrels: Path, location: str, as_json: bool) -> int:
    """Score the ranking over judged queries: QUERIES has lines "id TAB text", QRELS has TREC's four columns.

    An article is named in QRELS by its id, by the id that it has in its own file (JSON, tables, feeds), or by the name
    of its file without the ending.

    \b
    dateline eval queries.tsv judgments.qrels
    dateline eval queries.tsv judgments.qrels --json > scores.json
    """
    from search.evaluate import evaluate, ranked_names, read_qrels, read_queries
    from search.snapshots import open_engine

    engine = open_engine(location)
    judgments = read_qrels(qrels)
    names = {name for judged in judgments.values() for name in judged}
    scores = evaluate(lambda typed: ranked_names(engine, typed, names), read_queries(queries), judgments)
    if not scores.mrr:
        remark("nothing that was found is judged relevant: does QRELS name articles by id, by their own id or by file?")
    say(json.dumps(asdict(scores)) if as_json else scores.in_words())
    return FOUND
