// Keys, colours and menus that close, for comfort; every page works without them.
"use strict";

const box = document.getElementById("q");
const steps = [...document.querySelectorAll(".hit .headline a, .main article mark")];
const menus = () => document.querySelectorAll("details.menu[open], details.why[open]");
const themes = document.querySelectorAll("[data-theme-wanted]");

for (const mark of document.querySelectorAll("article mark")) mark.tabIndex = -1;
for (const hint of document.querySelectorAll(".keys")) hint.hidden = steps.length === 0;
for (const choice of document.querySelectorAll(".themes, [data-print]")) choice.hidden = false;

function kept(theme) {
  try {
    if (theme !== undefined) localStorage.setItem("theme", theme);
    return localStorage.getItem("theme") || "";
  } catch {
    return theme || ""; // a browser may keep nothing
  }
}

function show(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  for (const button of themes) button.setAttribute("aria-pressed", String(button.dataset.themeWanted === theme));
}

show(kept());

for (const find of document.querySelectorAll(".find")) {
  find.hidden = false;
  const rows = [...find.parentElement.querySelectorAll("li")];
  find.querySelector("input").addEventListener("input", (event) => {
    const wanted = event.target.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
  });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-theme-wanted]");
  if (button) show(kept(button.dataset.themeWanted));
  if (event.target.closest("[data-print]")) window.print();
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
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const open = [...menus()];
  if (event.key === "Escape" && open.length) {
    for (const menu of open) menu.open = false;
    open[0].querySelector("summary").focus();
  } else if (event.key === "Escape" && document.activeElement === box) {
    event.preventDefault(); // a browser would empty the box
    box.blur();
  } else if (isTyping(event.target)) {
    return;
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
