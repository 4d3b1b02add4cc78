// Files on their way: chosen, dropped or photographed, hashed, announced, sent in parts, gone on with after a break.
"use strict";

const PART = 2 << 20;
const PAUSES = [1, 2, 4, 8, 15, 30, 30, 30, 60, 60];
const PROBLEM = "application/problem+json";

class Refused extends Error {}
class Broken extends Error {}
class Ended extends Error {}

const root = document.querySelector("[data-upload]");
const token = JSON.parse(document.body.getAttribute("hx-headers") || "{}")["X-CSRF-Token"] || "";
const queue = [];
let working = false;

// One request. Broken: the line or the server failed, trying again may help; Refused: it won't.
function ask(method, url, { body, headers = {}, progress, on } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.timeout = 0;
    for (const [name, value] of Object.entries({ Accept: `application/json, ${PROBLEM}`, "X-CSRF-Token": token, ...headers }))
      request.setRequestHeader(name, value);
    if (progress) request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => {
      if (request.status < 300 || request.status === 409) resolve(request);
      else if (request.status >= 500 || request.status === 429 || request.status === 404) reject(new Broken(told(request)));
      else reject(new Refused(told(request)));
    };
    request.onerror = request.ontimeout = () => reject(new Broken("网络断开"));
    request.onabort = () => reject(new Ended());
    if (on) on(request);
    request.send(body);
  });
}

function told(request) {
  if (request.status === 401) return "登录已过期。请重新登录，再选一次同一个文件，会接着传。";
  try {
    return JSON.parse(request.responseText).detail;
  } catch {
    return "没有传成，请稍后重试。";
  }
}

class Coming {
  constructor(file, place) {
    this.file = file;
    this.place = place;
    this.row = document.createElement("li");
    this.row.className = "coming-file";
    this.name = document.createElement("span");
    this.name.className = "file-name";
    this.name.textContent = file.name;
    this.bar = document.createElement("progress");
    this.bar.max = Math.max(1, file.size);
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", `${file.name} 的上传进度`);
    this.says = document.createElement("span");
    this.says.className = "coming-says small";
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "plain";
    this.row.append(this.name, this.bar, this.says, this.button);
    place.querySelector(".coming").append(this.row);
    this.offer("取消", () => this.cancel());
    this.say("等待上传");
  }

  say(text) {
    if (this.says.textContent !== text) this.says.textContent = text;
  }

  offer(text, action) {
    this.button.textContent = text;
    this.button.setAttribute("aria-label", `${text} ${this.file.name}`);
    this.button.onclick = action;
  }

  show(bytes, what) {
    this.bar.value = bytes;
    this.say(`${what} ${Math.floor((100 * bytes) / Math.max(1, this.file.size))}%`);
  }

  check() {
    if (this.ended) throw new Ended();
  }

  cancel() {
    this.ended = true;
    this.request?.abort();
    this.wake?.();
    if (this.location) ask("DELETE", this.location).catch(() => {});
    this.row.remove();
  }

  async send() {
    for (let failures = 0; ; ) {
      const before = this.reached || 0;
      try {
        return await this.once();
      } catch (error) {
        if (!(error instanceof Broken)) throw error;
        if ((this.reached || 0) > before) failures = 0;
        if (failures >= PAUSES.length) throw new Refused(`${error.message}，已停止重试。`);
        await this.pause(PAUSES[failures], error.message);
        failures += 1;
      }
    }
  }

  async once() {
    this.check();
    if (!this.sha256) {
      this.say("正在校验");
      this.sha256 = await sha256Of(this.file, (bytes) => {
        this.check();
        this.show(bytes, "正在校验");
      });
    }
    const body = new URLSearchParams({
      path: this.file.name,
      folder: this.place.dataset.folder,
      sha256: this.sha256,
      size: this.file.size,
    });
    const announced = await ask("POST", root.dataset.upload, { body });
    if (announced.status === 409) throw new Refused(told(announced));
    const { state, offset, location } = JSON.parse(announced.responseText);
    if (state === "kept") return;
    this.location = location;
    if (offset) this.show(offset, "接着传");
    for (let at = offset; ; ) {
      this.check();
      const from = at;
      const answer = await ask("PATCH", location, {
        body: this.file.slice(from, from + PART),
        headers: { "Content-Type": "application/partial-upload", "Upload-Offset": String(from) },
        progress: (bytes) => this.show(Math.min(from + bytes, this.file.size), "正在上传"),
        on: (request) => (this.request = request),
      });
      const reached = Number(answer.getResponseHeader("Upload-Offset"));
      if (answer.status === 409 && !(answer.getResponseHeader("Upload-Offset") && reached !== from))
        throw new Refused(told(answer));
      at = this.reached = reached;
      if (answer.status < 300 && answer.getResponseHeader("Upload-Complete") === "?1") return;
    }
  }

  // Waits, shown second by second; the line's coming back or a press ends it.
  async pause(seconds, why) {
    const until = Date.now() + seconds * 1000;
    let woken = false;
    this.wake = () => (woken = true);
    window.addEventListener("online", this.wake, { once: true });
    this.offer("立即重试", this.wake);
    while (!woken && !this.ended && Date.now() < until) {
      this.say(`${why}，${Math.ceil((until - Date.now()) / 1000)} 秒后接着传`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    window.removeEventListener("online", this.wake);
    this.wake = null;
    this.offer("取消", () => this.cancel());
    this.check();
  }
}

async function work() {
  if (working) return;
  working = true;
  for (let coming = queue.shift(); coming; coming = queue.shift()) {
    try {
      await coming.send();
      coming.row.remove();
      htmx.trigger(`#${coming.place.dataset.list}`, "handed-in");
    } catch (error) {
      if (error instanceof Ended) continue;
      coming.row.classList.add("refused");
      coming.say(error instanceof Refused ? error.message : "没有传成，请重试。");
      coming.offer("重试", () => {
        coming.row.classList.remove("refused");
        coming.offer("取消", () => coming.cancel());
        take(coming);
      });
      if (!(error instanceof Refused)) console.error(error);
    }
  }
  working = false;
}

function take(coming) {
  queue.push(coming);
  work();
}

function choose(files, place) {
  for (const file of files) take(new Coming(file, place));
}

root.addEventListener("change", (event) => {
  const place = event.target.closest(".drop");
  if (!place || event.target.type !== "file") return;
  choose([...event.target.files], place);
  event.target.value = "";
});
root.addEventListener("dragover", (event) => {
  const place = event.target.closest(".drop");
  for (const each of root.querySelectorAll(".drop.over")) if (each !== place) each.classList.remove("over");
  event.preventDefault();
  event.dataTransfer.dropEffect = place ? "copy" : "none";
  place?.classList.add("over");
});
root.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget || !event.relatedTarget.closest?.(".drop")) event.target.closest?.(".drop")?.classList.remove("over");
});
root.addEventListener("drop", (event) => {
  event.preventDefault();
  const place = event.target.closest(".drop");
  place?.classList.remove("over");
  if (place) choose([...event.dataTransfer.files], place);
});
window.addEventListener("beforeunload", (event) => {
  if (working || queue.length) event.preventDefault();
});
