// Makes what stands on the page like what the server drew now, and keeps what a person is doing there.

export const sending = []; // names of fields whose new value is on its way

// Lays `next` over the page; if the element in focus is gone, the focus goes to what stood around it.
export function lay(next) {
  const around = [];
  for (let one = document.activeElement; one; one = one.parentElement) if (one.id) around.push(one.id);
  morph(document.body, next.body);
  for (const name of ["class", "data-look"]) copy(document.documentElement, next.documentElement, name);
  if (document.activeElement !== document.body) return;
  const left = around.map((id) => document.getElementById(id)).find((one) => one && !one.matches(".modal, body"));
  if (!left) return;
  if (left.tabIndex < 0) left.tabIndex = -1;
  left.focus({ preventScroll: true });
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
  const mine = (name) => (name === "open" && !old.matches(".modal")) || (kept && ["value", "checked"].includes(name));
  const gone = [...old.attributes].filter(({ name }) => !now.hasAttribute(name) && !mine(name));
  for (const { name } of gone) old.removeAttribute(name);
  for (const { name, value } of now.attributes) if (!mine(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
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

function copy(old, now, name) {
  if (now.hasAttribute(name)) old.setAttribute(name, now.getAttribute(name));
  else old.removeAttribute(name);
}
