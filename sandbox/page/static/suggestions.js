// Lists that unfold below a field while somebody types: what the bot offers, or names known on the page.

let asked = 0;
const list = (box) => box.parentElement.querySelector("[role=listbox]");
const isLookup = (box) => box instanceof HTMLInputElement && "of" in box.dataset;
const isComposer = (box) => box instanceof HTMLTextAreaElement && "names" in box.dataset;

async function fromBot(box) {
  const mine = ++asked;
  if (box.value.length < Number(box.dataset.least)) return unfold(box, false);
  await new Promise((typed) => setTimeout(typed, 150));
  if (mine !== asked) return;
  const answer = await fetch(box.dataset.suggest + encodeURIComponent(box.value));
  const found = answer.ok ? await answer.json() : [];
  if (mine === asked) fill(box, found.map(({ text, value }) => ({ text, value, hint: "" })));
}

// A command at the beginning of a message, or the name that is being typed.
function fromPage(box) {
  const before = box.value.slice(0, box.selectionStart), token = before.match(/^\/\S*$|(?<=^|\s)[@#]\S*$/)?.[0];
  const names = token ? JSON.parse(box.dataset.names) : [];
  const fits = ({ text, hint }) => `${text} ${text[0]}${hint}`.toLowerCase().includes(token.toLowerCase());
  const found = names.filter((one) => fits(one) && one.text !== token);
  if (found.length) fill(box, found.slice(0, 8).map((one) => ({ ...one, value: one.text })));
  else unfold(box, false);
}

function fill(box, found) {
  list(box).textContent = found.length ? "" : "Nothing found";
  for (const [number, { text, value, hint }] of found.entries()) {
    const option = list(box).appendChild(document.createElement("li"));
    Object.assign(option, { id: `${list(box).id}/${number}`, role: "option", textContent: text });
    option.dataset.value = value;
    if (hint) option.appendChild(document.createElement("small")).textContent = hint;
  }
  unfold(box, true);
  if (isComposer(box)) walk(box, 1);
}

function unfold(box, open) {
  if (!open) asked++; // what is still on its way comes too late
  list(box).hidden = !open;
  if (box.hasAttribute("aria-expanded")) box.setAttribute("aria-expanded", open);
  box.removeAttribute("aria-activedescendant");
}

function choose(box, option) {
  unfold(box, false);
  if (isComposer(box)) return insert(box, option.dataset.value);
  box.value = box.defaultValue = option.firstChild?.data ?? "";
  const hidden = box.parentElement.querySelector("[type=hidden][name^='in:']");
  if (hidden.value === option.dataset.value) return;
  hidden.value = option.dataset.value;
  hidden.dispatchEvent(new Event("change", { bubbles: true }));
}

function insert(box, name) {
  const start = box.value.slice(0, box.selectionStart).search(/\S*$/);
  box.setRangeText(`${name} `, start, box.selectionStart, "end");
}

function walk(box, step) {
  const options = [...list(box).children], before = options.findIndex((one) => one.matches("[aria-selected=true]"));
  const next = options.at((before + step + options.length) % options.length);
  for (const one of options) one.setAttribute("aria-selected", one === next);
  next?.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", next?.id ?? "");
}

// True if the key was meant for the list.
function pressed(box, key) {
  const chosen = list(box).querySelector("[aria-selected=true]");
  if (key === "ArrowDown") walk(box, 1);
  else if (key === "ArrowUp") walk(box, chosen ? -1 : 0);
  else if ((key === "Enter" || (key === "Tab" && isComposer(box))) && chosen) choose(box, chosen);
  else if (key === "Escape") unfold(box, false);
  else return false;
  return true;
}

document.addEventListener("input", ({ target }) => {
  if (isLookup(target)) fromBot(target);
  else if (isComposer(target)) fromPage(target);
});
document.addEventListener("focusout", ({ target }) => {
  if (isComposer(target)) return unfold(target, false);
  if (!isLookup(target)) return;
  if (!target.value) choose(target, document.createElement("li"));
  target.value = target.defaultValue;
  unfold(target, false);
});
document.addEventListener("mousedown", (event) => {
  const option = event.target.closest?.("[role=option]");
  if (!option) return;
  event.preventDefault();
  choose(option.closest(".lookup").querySelector("[data-of], [data-names]"), option);
});
document.addEventListener("keydown", (event) => {
  const box = event.target, open = (isLookup(box) || isComposer(box)) && !list(box).hidden;
  if (open && pressed(box, event.key)) event.preventDefault();
  else if (isComposer(box) && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    box.form.requestSubmit();
  }
});
