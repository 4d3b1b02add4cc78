// Where a page lies: moved, zoomed, turned. Places are fractions of the upright page.
"use strict";

const MARGIN = 12;
const MOST_ZOOM = 6;
const SHARP_WIDTH = 1100; // device pixels beyond which the larger picture is fetched
const DRAG_FROM = 4;

class Stage {
  constructor(element, told) {
    this.element = element;
    this.told = told; // called after each change
    this.sheet = null;
    this.turn = 0;
    this.pointers = new Map();
    this.#reset();
    this.#listen();
    new ResizeObserver(() => this.sheet && (this.box ? this.focus(this.box) : this.fit())).observe(element);
  }

  // Puts a page in place of the last one.
  put(sheet) {
    this.sheet = sheet;
    this.ratio = Number(sheet.dataset.height) / 1000;
    this.image = sheet.querySelector("img");
    this.image.addEventListener("load", () => sheet.classList.add("there"), { once: true });
    if (this.image.complete) sheet.classList.add("there");
    this.element.replaceChildren(sheet);
    this.turn = 0;
    this.fit();
  }

  // Puts something that is no page.
  say(...elements) {
    this.sheet = null;
    this.element.replaceChildren(...elements);
    this.told();
  }

  // The whole width, from the top.
  fit() {
    this.#reset();
    const half = this.#size(1).height / 2;
    const room = this.element.clientHeight / 2;
    this.y = half + MARGIN > room ? half + MARGIN - room : 0;
    this.#apply();
  }

  // A box [x0, y0, x1, y1] in the middle, as large as it can be read with what stands around it.
  focus(box) {
    if (!this.sheet) return;
    const { width, height } = this.#size(1);
    const [across, down] = [box[2] - box[0], box[3] - box[1]];
    const [wide, high] = this.turn % 180 ? [down, across] : [across, down];
    const filling = (across_share, down_share) =>
      Math.min(
        (this.element.clientWidth * across_share) / (wide * width || 1),
        (this.element.clientHeight * down_share) / (high * height || 1),
      );
    // A small place is brought near; one as wide as the page isn't made smaller than the page is to be read.
    this.zoom = Math.min(1.9, Math.max(filling(0.5, 0.3), Math.min(1, filling(1, 0.9))));
    this.box = box;
    const [x, y] = this.#turned((box[0] + box[2]) / 2 - 0.5, (box[1] + box[3]) / 2 - 0.5);
    [this.x, this.y] = [-x, -y];
    this.#apply();
  }

  // Closer or farther; the point at (x, y) from the stage's middle stays where it is.
  zoomBy(factor, x = 0, y = 0) {
    const zoom = Math.min(MOST_ZOOM, Math.max(0.2, this.zoom * factor));
    const real = zoom / this.zoom;
    [this.x, this.y] = [x + (this.x - x) * real, y + (this.y - y) * real];
    this.zoom = zoom;
    this.#apply();
  }

  rotate() {
    const box = this.box;
    this.turn = (this.turn + 90) % 360;
    if (box) this.focus(box);
    else this.fit();
  }

  pan(x, y) {
    this.x += x;
    this.y += y;
    this.#apply();
  }

  // Has the next drag draw a box, in fractions of the upright page, rather than move it.
  drawBox(told) {
    this.drawn = told;
    this.element.classList.toggle("drawing", Boolean(told));
  }

  // Where a point of the screen lies on the upright page.
  #onPage(event) {
    const [x, y] = this.#from(event);
    const { width, height } = this.#size(this.zoom);
    const angle = (-this.turn * Math.PI) / 180;
    const [across, down] = [x - this.x, y - this.y];
    const turned = [across * Math.cos(angle) - down * Math.sin(angle), across * Math.sin(angle) + down * Math.cos(angle)];
    const [wide, high] = this.turn % 180 ? [height, width] : [width, height];
    const within = (share) => Math.min(1, Math.max(0, share));
    return [within(turned[0] / wide + 0.5), within(turned[1] / high + 0.5)];
  }

  #reset() {
    [this.zoom, this.x, this.y, this.box] = [1, 0, 0, null];
  }

  // Size of what the turned page covers, in pixels.
  #size(zoom) {
    const width = Math.max(50, this.element.clientWidth - 2 * MARGIN) * zoom;
    return { width, height: width * (this.turn % 180 ? 1 / this.ratio : this.ratio) };
  }

  // A way in fractions of the upright page, in pixels of the turned one.
  #turned(x, y) {
    const { width, height } = this.#size(this.zoom);
    const [across, down] = this.turn % 180 ? [x * height, y * width] : [x * width, y * height];
    const angle = (this.turn * Math.PI) / 180;
    return [
      across * Math.cos(angle) - down * Math.sin(angle),
      across * Math.sin(angle) + down * Math.cos(angle),
    ];
  }

  #apply() {
    if (!this.sheet) return;
    const { width, height } = this.#size(this.zoom);
    this.x = Math.max(-width / 2, Math.min(width / 2, this.x));
    this.y = Math.max(-height / 2, Math.min(height / 2, this.y));
    const [across, down] = this.turn % 180 ? [height, width] : [width, height];
    Object.assign(this.sheet.style, {
      width: `${across}px`,
      height: `${down}px`,
      transform: `translate(-50%, -50%) translate(${this.x}px, ${this.y}px) rotate(${this.turn}deg)`,
    });
    this.#sharpen(across * devicePixelRatio);
    this.told();
  }

  #sharpen(pixels) {
    const better = this.image.dataset.close;
    if (!better || pixels < SHARP_WIDTH) return;
    delete this.image.dataset.close;
    const image = this.image;
    const next = new Image();
    next.addEventListener("load", () => (image.src = better));
    next.src = better;
  }

  #listen() {
    const { element } = this;
    element.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        if (event.ctrlKey) this.zoomBy(Math.exp(-event.deltaY / 300), ...this.#from(event));
        else if (event.shiftKey) this.pan(-event.deltaY, 0);
        else this.pan(-event.deltaX, -event.deltaY);
      },
      { passive: false },
    );
    element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || event.target.closest("button, a")) return;
      this.dragged = false;
      this.began = this.drawn && this.sheet ? this.#onPage(event) : null;
      this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
    });
    element.addEventListener("pointermove", (event) => this.#moved(event));
    for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
      element.addEventListener(end, (event) => this.pointers.delete(event.pointerId));
    }
    // What ends a drag is no click.
    element.addEventListener("click", (event) => this.dragged && event.stopPropagation(), true);
    element.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
      if (!step || event.target !== element) return;
      event.preventDefault();
      this.pan(...step);
    });
  }

  #moved(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const [x, y] = [event.clientX - before[0], event.clientY - before[1]];
    if (!this.dragged && Math.hypot(x, y) < DRAG_FROM) return;
    if (!this.dragged) this.element.setPointerCapture(event.pointerId);
    this.dragged = true;
    if (this.began) {
      const end = this.#onPage(event);
      this.drawn([
        Math.min(this.began[0], end[0]),
        Math.min(this.began[1], end[1]),
        Math.max(this.began[0], end[0]),
        Math.max(this.began[1], end[1]),
      ]);
      return;
    }
    const apart = this.#apart();
    this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
    this.pan(x / this.pointers.size, y / this.pointers.size);
    if (apart) this.zoomBy(this.#apart() / apart, ...this.#from(event));
  }

  // How far two fingers are from each other; nothing for one.
  #apart() {
    if (this.pointers.size !== 2) return 0;
    const [one, other] = [...this.pointers.values()];
    return Math.hypot(one[0] - other[0], one[1] - other[1]);
  }

  #from(event) {
    const stage = this.element.getBoundingClientRect();
    return [event.clientX - stage.left - stage.width / 2, event.clientY - stage.top - stage.height / 2];
  }
}
