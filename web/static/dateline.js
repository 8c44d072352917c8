// Keys for those who read with their hands on the keyboard; every page works without them.
"use strict";

const box = document.getElementById("q");
const steps = [...document.querySelectorAll(".hit .headline a, .text mark")];

for (const mark of document.querySelectorAll(".text mark")) mark.tabIndex = -1;
for (const hint of document.querySelectorAll(".keys")) hint.hidden = steps.length === 0;

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
  if (event.key === "Escape" && document.activeElement === box) {
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
