"""The parts of an OFD file (GB/T 33190-2016): documents, pages, templates, resources, seals."""

import posixpath
import re
from dataclasses import dataclass, field

from extractors.readers import messages
from extractors.readers.errors import CorruptFile, ReaderError
from extractors.readers.packed import Element, Package

_PICTURE = re.compile(rb"\x89PNG\r\n\x1a\n.*?IEND\xaeB`\x82|\xff\xd8\xff.*\xff\xd9", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A seal of a signature on a page: where (mm), and its picture."""

    boundary: tuple[float, float, float, float]
    data: bytes


@dataclass(slots=True)
class PageParts:
    """A page's content: its own and its templates', lowest first, its size in mm, and what is stamped on it."""

    size: tuple[float, float]
    layers: list[Element] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)


def local(element: Element) -> str:
    """The tag without its namespace, which differs between producers."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def child(element: Element | None, *names: str) -> Element | None:
    """The first child by those names, one below the other."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def children(element: Element | None, name: str) -> list[Element]:
    """The children of that name."""
    return [] if element is None else [one for one in element if local(one) == name]


def text_of(element: Element | None) -> str:
    """The element's text."""
    return (element.text or "").strip() if element is not None else ""


def numbers(text: str | None) -> list[float]:
    """The numbers of a list such as `0 0 210 297`."""
    found: list[float] = []
    for part in (text or "").split():
        try:
            found.append(float(part))
        except ValueError:
            continue
    return found


class OfdDocument:
    """One document of the file: its pages by index, and its resources by id."""

    def __init__(self, package: Package, root_part: str) -> None:
        self._package = package
        self._folder = posixpath.dirname(root_part)
        root = package.xml(root_part)
        common = child(root, "CommonData")
        area = numbers(text_of(child(common, "PageArea", "PhysicalBox")))
        self._size = (area[2], area[3]) if len(area) == 4 else (210.0, 297.0)
        self._templates = {
            one.get("ID", ""): self._part(one.get("BaseLoc", "")) for one in children(common, "TemplatePage")
        }
        self._pages = [
            (one.get("ID", ""), self._part(one.get("BaseLoc", "")))
            for one in children(child(root, "Pages"), "Page")
        ]
        self._pictures: dict[str, str] = {}
        for name in ("PublicRes", "DocumentRes"):
            for one in children(common, name):
                self._read_resources(self._part(text_of(one)))
        self._annotations = self._read_annotations(text_of(child(root, "Annotations")))
        self._stamps: dict[str, list[Stamp]] = {}

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return len(self._pages)

    def _part(self, location: str) -> str:
        return part_name(self._folder, location)

    def _read_resources(self, part: str) -> None:
        if not self._package.has(part):
            return
        root = self._package.xml(part)
        folder = part_name(posixpath.dirname(part), root.get("BaseLoc", ""))
        for media in children(child(root, "MultiMedias"), "MultiMedia"):
            name = part_name(folder, text_of(child(media, "MediaFile")))
            if not self._package.has(name):
                name = part_name(posixpath.dirname(part), text_of(child(media, "MediaFile")))
            self._pictures[media.get("ID", "")] = name

    def picture(self, identity: str) -> bytes | None:
        """The bytes of a picture resource; None where there is none."""
        part = self._pictures.get(identity, "")
        return self._package.data(part) if self._package.has(part) else None

    def _read_annotations(self, location: str) -> dict[str, list[str]]:
        part = self._part(location) if location else ""
        found: dict[str, list[str]] = {}
        if self._package.has(part):
            for page in children(self._package.xml(part), "Page"):
                name = part_name(posixpath.dirname(part), text_of(child(page, "FileLoc")))
                found.setdefault(page.get("PageID", ""), []).append(name)
        return found

    def read_signatures(self, part: str) -> None:
        """Takes the seals of the file's signatures; a seal whose picture isn't found is left out."""
        if not self._package.has(part):
            return
        for signature in children(self._package.xml(part), "Signature"):
            name = part_name(posixpath.dirname(part), signature.get("BaseLoc", ""))
            if not self._package.has(name):
                continue
            root = self._package.xml(name)
            folder = posixpath.dirname(name)
            places = (child(root, "SignedInfo", "Seal", "BaseLoc"), child(root, "SignedValue"))
            data = next((found for place in places if (found := self._seal(folder, text_of(place)))), None)
            if data is None:
                continue
            for stamp in children(child(root, "SignedInfo"), "StampAnnot"):
                boundary = numbers(stamp.get("Boundary"))
                if len(boundary) == 4:
                    x, y, width, height = boundary
                    page = stamp.get("PageRef", "")
                    self._stamps.setdefault(page, []).append(Stamp((x, y, width, height), data))

    def forget_seals(self) -> None:
        """Leaves out the seals."""
        self._stamps.clear()

    def _seal(self, folder: str, location: str) -> bytes | None:
        part = part_name(folder, location) if location else ""
        if not self._package.has(part):
            return None
        match = _PICTURE.search(self._package.data(part))
        return match.group() if match else None

    def page(self, index: int) -> PageParts:
        """The page's content. Raises CorruptFile where it can't be read."""
        identity, part = self._pages[index]
        if not self._package.has(part):
            raise CorruptFile(messages.CORRUPT_PAGE.format(page=index + 1))
        root = self._package.xml(part)
        area = numbers(text_of(child(root, "Area", "PhysicalBox")))
        found = PageParts((area[2], area[3]) if len(area) == 4 else self._size)
        over: list[Element] = []
        for template in children(root, "Template"):
            name = self._templates.get(template.get("TemplateID", ""), "")
            if self._package.has(name):
                content = child(self._package.xml(name), "Content")
                (over if template.get("ZOrder") == "Foreground" else found.layers).extend(
                    children(content, "Layer")
                )
        found.layers.extend(children(child(root, "Content"), "Layer"))
        found.layers.extend(over)
        for name in self._annotations.get(identity, []):
            if self._package.has(name):
                for annotation in children(self._package.xml(name), "Annot"):
                    if annotation.get("Visible", "true") != "false":
                        found.layers.extend(children(annotation, "Appearance"))
        found.stamps = self._stamps.get(identity, [])
        return found


def part_name(folder: str, location: str) -> str:
    """The part that a location names: from the root where it begins with a slash, else from the folder."""
    if location.startswith("/"):
        return posixpath.normpath(location).lstrip("/")
    return posixpath.normpath(posixpath.join(folder, location)).lstrip("/")


def documents(package: Package) -> list[OfdDocument]:
    """The documents that the file holds. Raises CorruptFile where there are none."""
    found: list[OfdDocument] = []
    for body in children(package.xml("OFD.xml"), "DocBody"):
        root = part_name("", text_of(child(body, "DocRoot")))
        if not package.has(root):
            continue
        document = OfdDocument(package, root)
        signatures = text_of(child(body, "Signatures"))
        if signatures:
            try:
                document.read_signatures(part_name("", signatures))
            except ReaderError:
                # A seal that can't be shown takes nothing from the text.
                document.forget_seals()
        found.append(document)
    if not any(document.page_count for document in found):
        raise CorruptFile(messages.CORRUPT)
    return found
