// Keys, colours and menus that close, for comfort; every page works without them.
"use strict";

const box = document.getElementById("q");
const steps = [...document.querySelectorAll(".hit .headline a, .main article mark")];
const menus = () => document.querySelectorAll("details.menu[open], details.why[open]");
const themes = document.querySelectorAll("[data-theme-wanted]");
const sheet = document.getElementById("keys");
const MOST_EARLIER = 20; // searches that the browser keeps
const spoken = `&lang=${document.documentElement.lang}`; // the language of the page
const PAUSE = 150; // milliseconds without a letter before anything is suggested

for (const mark of document.querySelectorAll("article mark")) mark.tabIndex = -1;
for (const hint of document.querySelectorAll(".keys")) hint.hidden = steps.length === 0;
for (const choice of document.querySelectorAll(".themes, [data-print]")) choice.hidden = false;

// What the browser keeps under a name; it may keep nothing.
function kept(name, value) {
  try {
    if (value !== undefined) localStorage.setItem(name, value);
    return localStorage.getItem(name) || "";
  } catch {
    return value || "";
  }
}

function earlier() {
  try {
    const found = JSON.parse(kept("earlier") || "[]");
    return Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
  } catch {
    return []; // somebody else wrote there
  }
}

function show(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of themes) button.setAttribute("aria-pressed", String(button.dataset.themeWanted === theme));
}

show(kept("theme"));

if (box && box.form.dataset.suggest) {
  const list = document.getElementById("suggested");
  let timer = 0;
  let asked = "";

  const offer = (completions, descriptions) => {
    const before = earlier().filter((one) => one !== box.value && one.startsWith(box.value));
    const options = [
      ...before.slice(0, 5).map((one) => [one, box.form.dataset.earlier]),
      ...completions.map((one, place) => [one, descriptions[place] || ""]).filter(([one]) => !before.includes(one)),
    ];
    list.replaceChildren(
      ...options.map(([value, label]) => {
        const option = document.createElement("option");
        option.value = value;
        option.label = label;
        option.textContent = label;
        return option;
      }),
    );
    if (options.length) box.setAttribute("list", list.id); // a box with nothing to offer says that it is one
  };

  const ask = async () => {
    const typed = (asked = box.value);
    try {
      const answer = await fetch(`${box.form.dataset.suggest}?q=${encodeURIComponent(typed)}${spoken}`);
      const [, completions, descriptions] = await answer.json();
      if (typed === asked) offer(completions, descriptions);
    } catch {
      offer([], []); // without an answer, the searches of before
    }
  };

  box.addEventListener("focus", () => offer([], []), { once: true });
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  box.form.addEventListener("submit", () => {
    const typed = box.value.trim();
    if (!typed) return;
    kept("earlier", JSON.stringify([typed, ...earlier().filter((one) => one !== typed)].slice(0, MOST_EARLIER)));
  });
}

if (sheet) {
  const keys = sheet.querySelector("[data-keys-on]");
  const tell = () => keys.setAttribute("aria-pressed", String(kept("keys") !== "off"));
  keys.addEventListener("click", () => {
    kept("keys", kept("keys") === "off" ? "on" : "off");
    tell();
  });
  sheet.querySelector("[data-forget]").addEventListener("click", () => kept("earlier", "[]"));
  sheet.querySelector("[data-close]").addEventListener("click", () => sheet.close());
  tell();
}

for (const find of document.querySelectorAll(".find")) {
  find.hidden = false;
  const rows = [...find.parentElement.querySelectorAll("li")];
  find.querySelector("input").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}

// Drawing over bars of the timeline asks for all their days; a click on one is its link.
for (const bars of document.querySelectorAll(".bars")) {
  const links = [...bars.querySelectorAll("a")];
  let from = null; // where the pointer went down
  let drawn = [];

  const over = (x) =>
    links.filter((link) => {
      const { left, right } = link.querySelector(".hitarea").getBoundingClientRect();
      return left < Math.max(from, x) && right > Math.min(from, x);
    });

  const show = (found) => {
    drawn = found;
    for (const link of links) link.classList.toggle("drawn", found.includes(link));
  };

  for (const link of links) link.draggable = false;
  bars.addEventListener("dragstart", (event) => event.preventDefault());
  bars.addEventListener("pointerdown", (event) => {
    if (event.button === 0) from = event.clientX;
  });
  document.addEventListener("pointermove", (event) => {
    if (from !== null && Math.abs(event.clientX - from) > 4) show(over(event.clientX));
  });
  document.addEventListener("pointercancel", () => {
    from = null;
    show([]);
  });
  document.addEventListener("pointerup", () => {
    const days = drawn.flatMap((link) => [link.dataset.since, link.dataset.until]).sort();
    const isOne = drawn.length < 2;
    from = null;
    if (isOne) return show([]);
    const form = bars.parentElement.querySelector(".dates");
    form.elements.since.value = days[0];
    form.elements.until.value = days[days.length - 1];
    form.requestSubmit();
  });
  bars.addEventListener(
    "click",
    (event) => {
      if (drawn.length > 1) event.preventDefault();
    },
    true,
  );
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-wanted]");
  if (button) show(kept("theme", button.dataset.themeWanted));
  if (event.target.closest("[data-print]")) window.print();
  if (event.target.closest("[data-keys]")) sheet.showModal();
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function stepBy(distance) {
  const here = steps.indexOf(document.activeElement);
  const next = steps[here < 0 && distance < 0 ? steps.length - 1 : here + distance];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || (sheet && sheet.open)) return;
  const open = [...menus()];
  if (event.key === "Escape" && open.length) {
    for (const menu of open) menu.open = false;
    open[0].querySelector("summary").focus();
  } else if (event.key === "Escape" && document.activeElement === box) {
    event.preventDefault(); // a browser would empty the box
    box.blur();
  } else if (isTyping(event.target) || kept("keys") === "off") {
    return;
  } else if (event.key === "?" && sheet) {
    event.preventDefault();
    sheet.showModal();
  } else if (event.key === "/") {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (event.key === "j") {
    stepBy(1);
  } else if (event.key === "k") {
    stepBy(-1);
  }
});
