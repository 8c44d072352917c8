"""What must be read, replaced and removed so that the index agrees with the files."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from index.article import Away, Skipped, Unopened
from index.errors import DatelineError, reason
from index.file_catalog import NEVER, Catalog, FileRecord, written_map
from index.ingest.ancestors import lies_in, places_of
from index.ingest.walk import Found, FoundFile, FoundFolder, found_files, path_name
from index.ingest.workers import FileAnswer
from index.meaning.encoder import Encoder, installed_encoder
from index.readers.documents.scans import SCAN
from index.readers.kinds import kind_by_ending
from index.readers.source import NO_FIELDS


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How files are found and read, and what happens to the articles of those that are away."""

    fields: Mapping[str, str] = field(default_factory=lambda: NO_FIELDS)
    """Where the files that have fields keep what, as far as the user says it."""
    prunes: bool = False
    """The articles of files and folders that are gone, empty or cannot be opened leave the index."""
    follows_links: bool = False
    """Links are followed wherever they lead."""
    reads_scans: bool = False
    """The words on pictures of pages are to be read, too."""
    by_meaning: bool | None = None
    """Whether articles get vectors, so that searches rank by meaning, too; None is as the index has it."""
    encoder: Encoder | None = field(default_factory=installed_encoder)
    """What makes them; None when there is none on this machine."""


USUAL = BuildOptions()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done with the files under the paths that were asked for, and what stays as it is."""

    read: list[FoundFile]
    """Files that are new or have changed."""
    replaced: dict[str, FileRecord]
    """What the index holds of changed files, by path."""
    vanished: dict[str, FileRecord]
    """What the index holds of files that are gone, by path."""
    unchanged: dict[str, FileRecord]
    """What the index holds of files that are as they were, and of the rest of one that is read in part, by path."""
    elsewhere: dict[str, FileRecord]
    """What the index holds of files that do not lie under the paths, by path."""
    fields: Mapping[str, str]
    """Where the files that have fields keep what, as far as the user says it."""
    reads_scans: bool
    """The words on pictures of pages are to be read, too."""
    unopened: tuple[Skipped, ...]
    """What is not read, and why: of folders and files that are Unopened or Away, what the index holds stays."""

    def is_empty(self) -> bool:
        """The index agrees with the files already."""
        return not (self.read or self.vanished) and all(skip.path in self.elsewhere for skip in self.unopened)


def planned(roots: Sequence[Path], index_folder: Path, catalog: Catalog, options: BuildOptions) -> Plan:
    """The plan that brings an index with this catalog up to date; raises DatelineError for a root that is gone."""
    pruned = gone(roots, catalog) if options.prunes else ()
    known = [root for root in roots if root not in pruned]
    found = list(found_files(known, index_folder, options.follows_links))
    files = [each for each in found if isinstance(each, FoundFile)]
    fresh = [file for file in files if not is_known(file, catalog, options)]
    fresh_names = {file.name for file in fresh}
    present = {file.name for file in files}
    rest = {name: record for name, record in catalog.files.items() if name not in present}
    away = [] if options.prunes else folders_away(roots, found, catalog, rest)
    ways = {skip.path for skip in away}
    unopened = (*away, *(each for each in found if isinstance(each, Skipped) and each.path not in ways))
    searched = set(map(path_name, roots))
    unseen = set() if options.prunes else {skip.path for skip in unopened if isinstance(skip, Unopened | Away)}
    told = {skip.path for skip in unopened}
    vanished = {
        name: record
        for name, record in rest.items()
        if lies_in(name, searched) and not lies_in(name, unseen) and (record.articles or name not in told)
    }
    return Plan(
        read=fresh,
        replaced={name: catalog.files[name] for name in fresh_names & catalog.files.keys()},
        vanished=vanished,
        unchanged={name: catalog.files[name] for name in (file.name for file in files) if name not in fresh_names},
        elsewhere={name: record for name, record in rest.items() if name not in vanished},
        fields=options.fields,
        reads_scans=options.reads_scans,
        unopened=unopened,
    )


def folders_away(
    roots: Sequence[Path], found: Sequence[Found], catalog: Catalog, missing: Mapping[str, FileRecord]
) -> list[Skipped]:
    """The roots and the folders below them that may only not be mounted."""
    whole = list(emptied(roots, found, catalog))
    told = {skip.path for skip in whole}
    others = {name: record for name, record in missing.items() if not lies_in(name, told)}
    return [*whole, *unmounted(others, found)]


STAYS = "what was indexed from there stays, {} articles, until you say  --prune"


def emptied(roots: Sequence[Path], found: Sequence[Found], catalog: Catalog) -> Iterator[Away]:
    """The roots of which the index holds articles, but nothing can be seen now: they may only not be mounted."""
    names = list(dict.fromkeys(map(path_name, roots)))
    seen = (
        each.path if isinstance(each, Skipped) else each.name for each in found if not isinstance(each, FoundFolder)
    )
    holding = among(seen, frozenset(names))
    closed = {each.path: each.why for each in found if isinstance(each, Unopened)}
    files, counts = files_among(found), articles_below(names, catalog)
    for root in names:
        if root in files:
            own = catalog.files.get(root)
            why, count = FILE_NOW, counts[root] - (len(own.articles) if own else 0)
        elif root not in closed and root in holding:
            continue
        else:
            why, count = closed.get(root, "the folder is empty"), counts[root]
        if count:
            yield Away(root, f"{why}; {STAYS.format(count)}")


FILE_NOW = "a file is there now, where a folder was"


def files_among(found: Sequence[Found]) -> set[str]:
    """The paths of what is no folder, and no link that is not followed."""
    return {each.name for each in found if isinstance(each, FoundFile)}


def unmounted(missing: Mapping[str, FileRecord], found: Sequence[Found]) -> Iterator[Unopened]:
    """The folders below the roots in which a disk may have been mounted, when the missing files were found there.

    Whoever removes articles leaves other ones, or removes the folder, too, and puts nothing there; where a disk was
    mounted, an empty folder is left, or none, or one with other files; but then more file systems were mounted above
    the missing files than are above the folder that is still there, which may be a root.
    """
    folders = {each.name: each for each in found if isinstance(each, FoundFolder)}
    files = files_among(found)
    articles: Counter[tuple[str, str]] = Counter()
    for name, record in missing.items():
        places = [name, *map(str, PurePath(name).parents)]
        above = next((place for place in places if place in folders or place in files), None)
        if above is None or not record.articles:
            continue
        if above in files:
            articles[above, FILE_NOW] += len(record.articles)
        elif folders[above].is_empty:
            articles[above, "the folder is empty"] += len(record.articles)
        elif record.mounts > folders[above].mounts:
            below = str(PurePath(above, PurePath(name).relative_to(above).parts[0]))
            place = above if below == name else below
            articles[place, "the disk that was mounted there is away"] += len(record.articles)
    for (folder, why), count in sorted(articles.items()):
        yield Unopened(folder, f"{why}; {STAYS.format(count)}")


def gone(roots: Sequence[Path], catalog: Catalog) -> set[Path]:
    """The roots at which there is nothing any more but what the index holds of them."""
    absent = [root for root in roots if not os.path.lexists(root)]
    counts = articles_below(map(path_name, absent), catalog)
    return {root for root in absent if counts[path_name(root)]}


def articles_below(places: Iterable[str], catalog: Catalog) -> Counter[str]:
    """How many articles the index holds of what lies at each of these places, or below it."""
    wanted, counts = frozenset(places), Counter[str]()
    for name, record in catalog.files.items() if wanted else ():
        for place in places_of(name):
            if place in wanted:
                counts[place] += len(record.articles)
    return counts


def among(names: Iterable[str], places: frozenset[str]) -> set[str]:
    """Those of the places at which one of the names lies, or below which."""
    return {place for name in names for place in places_of(name) if place in places}


def without_unopened(plan: Plan, answers: Sequence[FileAnswer]) -> tuple[Plan, list[FileAnswer]]:
    """The same where a file keeps what was known of it: it has changed, but could not be opened, or gives no article.

    A file that was emptied, overwritten or cut off looks so; it is read again by every build. One that could be read
    only in part keeps the articles that did not come.
    """
    stayed = {answer.file.name: left for answer in answers if (left := not_come(answer, plan.replaced))}
    answers = [saying_what_stays(answer, len(stayed.get(answer.file.name, ()))) for answer in answers]
    kept = {
        answer.file.name: kept_record(answer, before.articles)
        for answer in answers
        if not answer.record.articles and (before := plan.replaced.get(answer.file.name))
        if answer.is_unopened or before.articles
    }
    replaced = {name: record for name, record in plan.replaced.items() if name not in kept}
    for name, left in stayed.items():
        before, staying = replaced[name], frozenset(left)
        replaced[name] = replace(before, articles=tuple(id for id in before.articles if id not in staying))
        kept[name] = replace(before, articles=left, skipped=())
    kept_plan = replace(plan, replaced=replaced, unchanged={**plan.unchanged, **kept})
    return kept_plan, [answer for answer in answers if answer.file.name not in kept or answer.file.name in stayed]


def not_come(answer: FileAnswer, known: Mapping[str, FileRecord]) -> tuple[str, ...]:
    """The ids of articles that were known of a file of which not all could be read now, and that did not come."""
    before = known.get(answer.file.name)
    if before is None or not answer.is_cut:
        return ()
    came = frozenset(answer.record.articles)
    return tuple(id for id in before.articles if id not in came)


def saying_what_stays(answer: FileAnswer, stayed: int) -> FileAnswer:
    """What came of a file, saying how many articles stay that did not come; as it was where none do."""
    if not stayed:
        return answer
    *others, last = answer.record.skipped
    told = (*others, replace(last, why=f"{last.why}; {STAYS.format(stayed)}"))
    return replace(answer, record=replace(answer.record, skipped=told))


def kept_record(answer: FileAnswer, articles: tuple[str, ...]) -> FileRecord:
    """What the index holds of a file that gives nothing now, and why."""
    if answer.is_unopened:
        return replace(answer.record, articles=articles)
    skipped = tuple(replace(skip, why=f"{skip.why}; {STAYS.format(len(articles))}") for skip in answer.record.skipped)
    return replace(answer.record, articles=articles, modified_ns=NEVER, skipped=skipped)


def require_nothing_away(roots: Sequence[Path], index_folder: Path, catalog: Catalog) -> None:
    """Raises DatelineError where articles of this catalog would be lost, as their folders may only not be mounted."""
    unopened = planned(roots, index_folder, catalog, USUAL).unopened
    away = [skip for skip in unopened if isinstance(skip, Unopened | Away)]
    counts = articles_below([skip.path for skip in away], catalog)
    for skip in away:
        if counts[skip.path]:
            raise lost(skip.path, skip.why)


def require_nothing_lost(answers: Sequence[FileAnswer], catalog: Catalog) -> None:
    """Raises DatelineError where a file that had articles in this catalog gives none now, or fails while it is read."""
    for answer in answers:
        if not_come(answer, catalog.files):
            raise lost(answer.file.name, *(skip.why for skip in answer.record.skipped[-1:]))
    empty = [answer for answer in answers if not answer.record.articles]
    counts = articles_below([answer.file.name for answer in empty], catalog)
    for answer in empty:
        if counts[answer.file.name]:
            raise lost(answer.file.name, *(skip.why for skip in answer.record.skipped[:1]))


def lost(path: str, *why: str) -> DatelineError:
    """Why an index is not made anew."""
    reasons = ", ".join(each.partition(";")[0] for each in why)
    return DatelineError(f"{path}: {reasons or 'no article in it'}: the old index stays, until you say  --prune")


def is_known(file: FoundFile, catalog: Catalog, options: BuildOptions) -> bool:
    """The index has read the file as it is now, and in the way that the user asks for."""
    record = catalog.files.get(file.name)
    if record is not None and record.modified_ns == NEVER and not os.access(file.path, os.R_OK):
        return not (options.prunes and record.articles)  # still as it was: nothing of it can be read
    if record is None or stamp(record) != stamp(file):
        return False
    if options.reads_scans and any(skip.why.startswith(SCAN) for skip in record.skipped):
        return False
    if not options.fields or record.fields == written_map(options.fields):
        return True
    kind = kind_by_ending(file.name)
    return kind is None or not kind.has_fields


def stamp(file: FoundFile | FileRecord) -> tuple[int, int, int, int]:
    """What differs when a file was changed, or another one was put in its place."""
    return file.size, file.modified_ns, file.inode, file.changed_ns


def absolute(paths: Sequence[Path], options: BuildOptions = USUAL) -> list[Path]:
    """The paths without links and dots; raises DatelineError for one that does not exist, unless that is known."""
    if not paths:
        raise DatelineError("nothing to index: name files or folders, as in  dateline index articles/")
    return [path.resolve() if options.prunes and not os.path.lexists(path) else existing(path) for path in paths]


def existing(path: Path) -> Path:
    """The path without links and dots; raises DatelineError when there is nothing."""
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        what = reason(error) if isinstance(error, OSError) else str(error)
        shown = str(path).encode("utf-8", "backslashreplace").decode()
        kept = "what was indexed from there before stays, until you say  --prune"
        raise DatelineError(f"cannot index {shown}: {what}; {kept}") from error
