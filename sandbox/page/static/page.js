// Lays what changed on the server over the page, without disturbing whoever types, and sends what they do.

import { lay, sending } from "./morph.js";
import "./suggestions.js";

let sent = Promise.resolve(); // acts reach the server one after the other
let again = false, refreshing = null, submitted = false, shown = null, fieldless = false;

function refresh() {
  again = true; // what is being fetched may be older than what we want to see
  refreshing ??= fetchAndShow()
    .catch(({ message }) => { document.body.dataset.gone = message === "503" ? "soon" : "lost"; })
    .finally(() => { refreshing = null; });
  return refreshing;
}

async function fetchAndShow() {
  while (again) {
    again = false;
    const answer = await fetch(location.href, { headers: { "X-Refresh": "1" } });
    if (!answer.ok) throw new Error(answer.status);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }
}

function show(next) {
  const logs = [...document.querySelectorAll("[role=log]")];
  const ends = logs.filter((log) => log.scrollHeight - log.scrollTop - log.clientHeight < 80);
  document.title = next.title;
  lay(next);
  for (const log of ends) log.scrollTop = log.scrollHeight;
  attend();
}

// Brings the focus to a modal that has opened or has errors, and back to the composer once it is gone.
function attend() {
  const modal = document.querySelector(".modal"), name = modal?.id ?? null;
  const wrong = submitted && modal?.querySelector(".wrong :is(input:not([type=hidden]), select, textarea)");
  if (wrong) wrong.focus();
  else if (modal && (name !== shown || !modal.contains(document.activeElement) || (fieldless && document.activeElement.closest("footer"))) && !elsewhere()) {
    const fields = ".blocks :is(input:not([type=hidden]), select, textarea):not(:disabled)";
    const field = modal.querySelector("[autofocus]") ?? modal.querySelector(fields);
    fieldless = !field; // "one moment", perhaps: its fields take the focus when they come
    (field ?? modal.querySelector("#submit, [data-cancel]")).focus();
  } else if (!modal && shown) document.querySelector("#say")?.focus();
  shown = name;
  submitted &&= again; // what is shown may have been fetched before the answer
}

const elsewhere = () => document.activeElement?.closest(".backstage, .places, .sure") && shown !== null;

function send(address, body, submits = false) {
  const post = () => fetch(address, { method: "POST", body, redirect: "manual", keepalive: true });
  sent = sent.then(post).then((answer) => answer.status >= 400 && answer.text().then(alert), () => {});
  return sent.then(() => { submitted ||= submits; return refresh(); });
}

document.addEventListener("submit", async (event) => {
  const form = event.target, button = event.submitter;
  if (form.matches(".look, .bare form, #scene-form")) return;
  event.preventDefault();
  const body = new FormData(form, button), address = button?.getAttribute("formaction") ?? form.action;
  if (form.matches(".say")) form.reset();
  if (button?.closest("dialog.sure")) button.closest("dialog.sure").close();
  button?.closest(".menu")?.hidePopover();
  if (button) button.ariaBusy = "true";
  await send(address, body, true);
  if (button) button.ariaBusy = null;
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
  const link = target.closest("a[data-press]"), question = target.closest("[data-dialog]");
  if (link) {
    const body = new FormData(link.closest("form"));
    body.append("press", link.dataset.press);
    send(link.dataset.address, body);
  }
  if (question) {
    question.closest(".menu")?.hidePopover();
    document.getElementById(question.dataset.dialog).showModal();
  }
  if (target.closest("[data-no]")) target.closest("dialog").close();
});

document.addEventListener("keydown", (event) => {
  const modal = document.querySelector(".modal");
  if (event.key !== "Escape" || event.defaultPrevented || !modal || document.querySelector(".sure[open], :popover-open")) return;
  modal.querySelector("[data-cancel]").click();
});

// Both sides of an exchange are fetched when somebody unfolds it.
document.addEventListener("toggle", async ({ target }) => {
  const inside = target.dataset?.src && target.open && target.querySelector(".unfolded:empty");
  if (inside) inside.innerHTML = await (await fetch(target.dataset.src)).text();
}, true);

function listen() {
  const changes = new EventSource("/live");
  changes.onmessage = refresh;
  changes.onerror = () => {
    refresh(); // says why nothing is heard any more
    if (changes.readyState === EventSource.CLOSED) setTimeout(listen, 500);
  };
}

listen();
for (const log of document.querySelectorAll("[role=log]")) log.scrollTop = log.scrollHeight;
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
attend();
