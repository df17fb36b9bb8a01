// Lays what changed on the server over the page, without disturbing whoever types, and sends what they do.

const sending = []; // names of fields whose new value is on its way
let sent = Promise.resolve(); // acts reach the server one after the other
let again = false, refreshing = null, submitted = false;

function refresh() {
  again = true; // what is being fetched may be older than what we want to see
  refreshing ??= fetchAndShow()
    .catch(() => { document.body.dataset.gone = ""; })
    .finally(() => { refreshing = null; });
  return refreshing;
}

async function fetchAndShow() {
  while (again) {
    again = false;
    const answer = await fetch(location.href);
    if (!answer.ok) throw new Error(answer.statusText);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
}

function show(next) {
  const log = document.querySelector(".messages");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  document.title = next.title;
  morph(document.body, next.body);
  if (atEnd) log.scrollTop = log.scrollHeight;
  openModal();
}

function openModal() {
  const dialog = document.querySelector("dialog");
  if (!dialog) return;
  dialog.toggleAttribute("open", dialog.matches(":modal"));
  if (!dialog.open) dialog.showModal();
  const wrong = submitted && dialog.querySelector(".wrong :is(input:not([type=hidden]), select, textarea)");
  if (wrong) wrong.focus();
  else if (!dialog.contains(document.activeElement)) dialog.querySelector(".blocks").focus();
  submitted = false;
}

// Makes `old` like `now`, and keeps every element that has its like there, and what a person is typing.
function morph(old, now) {
  if (old.nodeName !== now.nodeName || old.id !== now.id) return old.replaceWith(now);
  if (old.nodeType !== Node.ELEMENT_NODE) return old.data === now.data || (old.data = now.data);
  const focused = old === document.activeElement;
  if ("own" in old.dataset || (focused && "of" in old.dataset)) return;
  const kept = focused || sending.includes(old.dataset.of ?? old.name);
  morphAttributes(old, now, kept);
  morphChildren(old, now);
  if (kept || !old.matches("input:not([type=hidden]), select, textarea")) return;
  if (old.value !== now.value) old.value = now.value;
  old.checked = now.checked;
}

function morphAttributes(old, now, kept) {
  const mine = (name) => name === "open" || (kept && ["value", "checked"].includes(name));
  const gone = [...old.attributes].filter(({ name }) => !now.hasAttribute(name) && !mine(name));
  for (const { name } of gone) old.removeAttribute(name);
  for (const { name, value } of now.attributes) if (!mine(name)) old.setAttribute(name, value);
}

function morphChildren(old, now) {
  const wanted = [...now.childNodes], ids = new Set(wanted.map((child) => child.id));
  for (const child of [...old.children]) if (child.id && !ids.has(child.id)) child.remove();
  const named = new Map([...old.children].map((child) => [child.id, child]));
  let at = old.firstChild;
  for (const next of wanted) {
    const same = next.id && named.get(next.id);
    if (same && same !== at) old.insertBefore(same, at);
    const place = same || at;
    const alike = place && (same || !(place.id || next.id));
    if (alike) at = place.nextSibling;
    if (alike) morph(place, next);
    else old.insertBefore(next, at);
  }
  while (at?.nextSibling) at.nextSibling.remove();
  at?.remove();
}

function send(address, body) {
  const post = () => fetch(address, { method: "POST", body, redirect: "manual" });
  sent = sent.then(post).then((answer) => answer.status >= 400 && answer.text().then(alert), () => {});
  return sent.then(refresh);
}

document.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.target, button = event.submitter;
  if (button.dataset.confirm && !confirm(button.dataset.confirm)) return;
  const body = new FormData(form, button), address = button.getAttribute("formaction") ?? form.action;
  if (form.matches(".say")) form.reset();
  button.disabled = submitted = true;
  await send(address, body);
  button.disabled = false;
});

document.addEventListener("change", async ({ target }) => {
  if (!target.name?.startsWith("in:")) return;
  const body = new FormData();
  body.append("place", target.form.querySelector("[name=place]").value);
  body.append("drawn", target.name.slice(3));
  for (const value of new FormData(target.form).getAll(target.name)) body.append(target.name, value);
  sending.push(target.name);
  await send(target.form.dataset.typing, body);
  sending.splice(sending.indexOf(target.name), 1);
});

document.addEventListener("click", ({ target }) => {
  const link = target.closest("a[data-press]");
  const body = link && new FormData(link.closest("form"));
  body?.append("press", link.dataset.press);
  if (link) send(link.dataset.address, body);
});

document.addEventListener("cancel", (event) => {
  event.preventDefault();
  event.target.querySelector("[data-cancel]").click();
}, true);

// The field that asks the bot what there is to choose, while somebody types.
let asked = 0;
const listOf = (box) => box.parentElement.querySelector("[role=listbox]");
const isLookup = (element) => element instanceof HTMLInputElement && "of" in element.dataset;

async function suggest(box) {
  const mine = ++asked, list = listOf(box);
  if (box.value.length < Number(box.dataset.least)) return unfold(box, false);
  await new Promise((typed) => setTimeout(typed, 150));
  if (mine !== asked) return;
  const answer = await fetch(box.dataset.suggest + encodeURIComponent(box.value));
  const found = answer.ok ? await answer.json() : [];
  if (mine !== asked) return;
  list.textContent = found.length ? "" : "Nothing found";
  for (const [number, { text, value }] of found.entries()) {
    const option = list.appendChild(document.createElement("li"));
    Object.assign(option, { id: `${list.id}/${number}`, role: "option", textContent: text });
    option.dataset.value = value;
  }
  unfold(box, true);
}

function unfold(box, open) {
  if (!open) asked++; // what is still on its way comes too late
  listOf(box).hidden = !open;
  box.setAttribute("aria-expanded", open);
  box.removeAttribute("aria-activedescendant");
}

function choose(box, text, value) {
  box.value = box.defaultValue = text;
  unfold(box, false);
  const hidden = box.parentElement.querySelector("[type=hidden][name^='in:']");
  if (hidden.value === value) return;
  hidden.value = value;
  hidden.dispatchEvent(new Event("change", { bubbles: true }));
}

function walk(box, step) {
  const options = [...listOf(box).children], before = options.findIndex((one) => one.matches("[aria-selected=true]"));
  const next = options.at((before + step + options.length) % options.length);
  for (const one of options) one.setAttribute("aria-selected", one === next);
  next?.scrollIntoView({ block: "nearest" });
  box.setAttribute("aria-activedescendant", next?.id ?? "");
}

document.addEventListener("input", ({ target }) => isLookup(target) && suggest(target));
document.addEventListener("focusout", ({ target }) => {
  if (!isLookup(target)) return;
  if (!target.value) choose(target, "", "");
  target.value = target.defaultValue;
  unfold(target, false);
});
document.addEventListener("mousedown", (event) => {
  const option = event.target.closest?.("[role=option]");
  if (!option) return;
  event.preventDefault();
  choose(option.closest(".lookup").querySelector("[data-of]"), option.textContent, option.dataset.value);
});
document.addEventListener("keydown", (event) => {
  const box = event.target;
  if (!isLookup(box) || listOf(box).hidden) return;
  const chosen = listOf(box).querySelector("[aria-selected=true]");
  if (event.key === "ArrowDown") walk(box, 1);
  else if (event.key === "ArrowUp") walk(box, chosen ? -1 : 0);
  else if (event.key === "Enter" && chosen) choose(box, chosen.textContent, chosen.dataset.value);
  else if (event.key === "Escape") unfold(box, false);
  else return;
  event.preventDefault();
});

Object.assign(new EventSource("/live"), { onmessage: refresh, onerror: () => { document.body.dataset.gone = ""; } });
document.querySelector(".messages").scrollTop = 1e9;
openModal();
