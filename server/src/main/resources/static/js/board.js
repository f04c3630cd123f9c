// The board with needs: what changes is put in place card by card, so that focus, ticks and an open choice stay; and what is
// done on it is sent without leaving it. Without JavaScript the same form is sent and the page comes anew.
(() => {
  const form = document.querySelector('form[data-board]');
  if (!form) return;

  // What the server last said of a piece of a card, since ticks and open choices change the page's own.
  const said = new WeakMap();
  const remember = (card) => card.querySelectorAll('[data-bit]').forEach((bit) => said.set(bit, bit.outerHTML));
  const bits = (card) => new Map([...card.querySelectorAll('[data-bit]')].map((bit) => [bit.dataset.bit, bit]));
  const active = (node) => node.contains(document.activeElement);

  const keepChoice = (from, to) => {
    for (const field of from.querySelectorAll('input[type=checkbox], select')) {
      const same = [...to.querySelectorAll(field.tagName)].find((other) => other.name === field.name && other.type === field.type);
      if (!same) continue;
      if (field.type === 'checkbox') same.checked = field.checked;
      else if ([...same.options].some((option) => option.value === field.value)) same.value = field.value;
    }
    const open = from.querySelector('details[open]') && to.querySelector('details');
    if (open) open.open = true;
  };

  // To give the focus to what is the same in the piece that comes instead, or else to the card's link.
  const focusLike = (bit, card) => {
    const is = document.activeElement;
    const same = [...bit.querySelectorAll(is.tagName)].find((other) => other.name === is.name && other.type === is.type);
    return () => (same ?? card.querySelector('a')).focus({ preventScroll: true });
  };

  const stands = (choices) => choices.querySelector('input[type=hidden]').value;

  // Brings a card up to date where it stands. While somebody is choosing on it, the menu stays as it is unless the need
  // stands elsewhere: the server looks again at what is chosen.
  const update = (card, fresh) => {
    card.className = fresh.className;
    const before = bits(card);
    for (const [name, bit] of bits(fresh)) {
      const old = before.get(name);
      const text = bit.outerHTML;
      before.delete(name);
      if (!old) {
        card.append(bit);
      } else {
        const choosing = name === 'choices' && active(old) && stands(old) === stands(bit);
        if (choosing || said.get(old) === text) continue;
        const refocus = active(old) ? focusLike(bit, card) : undefined;
        keepChoice(old, bit);
        old.replaceWith(bit);
        refocus?.();
      }
      said.set(bit, text);
    }
    for (const gone of before.values()) {
      const had = active(gone);
      gone.remove();
      if (had) card.querySelector('a').focus({ preventScroll: true });
    }
  };

  // In the order wanted, without moving the card that has the focus when it stays in its column.
  const arrange = (list, wanted) => {
    const held = wanted.find((card) => card.parentNode === list && active(card));
    let next = list.firstElementChild;
    for (const card of wanted) {
      while (card === held && next !== held) {
        const later = next;
        next = next.nextElementSibling;
        list.append(later);
      }
      if (card === next) next = next.nextElementSibling;
      else list.insertBefore(card, next);
    }
  };

  const placeCards = (shown, fresh) => {
    const cards = new Map([...shown.querySelectorAll('li[id]')].map((card) => [card.id, card]));
    const lists = [...fresh.querySelectorAll('[data-cards]')].map((list) => ({
      id: list.id,
      wanted: [...list.children].map((card) => {
        const old = cards.get(card.id);
        cards.delete(card.id);
        if (old) update(old, card);
        else remember(card);
        return old ?? card;
      }),
    }));
    const focused = document.activeElement;
    for (const gone of cards.values()) gone.remove();
    for (const { id, wanted } of lists) arrange(document.getElementById(id), wanted);
    if (document.activeElement === focused) return;
    // Went to another column and took its focus along, or is not on the board any more.
    (focused.isConnected ? focused : document.getElementById('main')).focus({ preventScroll: true });
  };

  const place = (fresh) => {
    const shown = document.getElementById('board');
    placeCards(shown, fresh);
    for (const part of fresh.querySelectorAll('[data-part]')) {
      const old = document.getElementById(part.id);
      if (old && old.innerHTML !== part.innerHTML) old.replaceChildren(...part.childNodes);
    }
    const menu = fresh.querySelector('#to');
    const old = document.getElementById('to');
    if (document.activeElement !== old && said.get(old) !== menu.innerHTML) {
      said.set(old, menu.innerHTML);
      const chosen = old.value;
      old.replaceChildren(...menu.childNodes);
      old.value = [...old.options].some((option) => option.value === chosen) ? chosen : '';
    }
    shown.dataset.next = fresh.dataset.next ?? '';
    count();
    wait();
  };

  const count = () => {
    const ticked = form.querySelectorAll('input[name=need]:checked').length;
    const line = document.getElementById('ticked');
    const text = ticked === 0 ? '' : ticked === 1 ? line.dataset.one : line.dataset.many.replace('#', ticked);
    if (line.textContent !== text) line.textContent = text;
    document.getElementById('bulk').classList.toggle('some', ticked > 0);
  };

  // What becomes overdue while nothing else happens shows so too.
  let timer;
  const LONGEST = 2 ** 31 - 1;
  const wait = () => {
    clearTimeout(timer);
    const seconds = Number(document.getElementById('board').dataset.next);
    if (seconds > 0) timer = setTimeout(() => document.dispatchEvent(new Event('live:ask')), Math.min(seconds * 1000, LONGEST));
  };

  const answer = (page) => {
    const notices = page.querySelector('[data-answer]');
    document.getElementById('notices').replaceChildren(...notices.childNodes);
  };

  // Whether anything was done is not known: the board says it as soon as it comes anew. What is ticked stays ticked.
  const failed = () => {
    const notices = document.getElementById('notices');
    const notice = document.createElement('p');
    notice.className = 'notice bad';
    notice.setAttribute('role', 'alert');
    notice.textContent = notices.dataset.failed;
    notices.replaceChildren(notice);
    notice.scrollIntoView({ block: 'nearest' });
    document.dispatchEvent(new Event('live:ask'));
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const pressed = event.submitter;
    const data = new FormData(form, pressed);
    form.setAttribute('aria-busy', 'true');
    try {
      const reply = await fetch(form.action, { method: 'POST', body: new URLSearchParams(data), headers: { Accept: 'text/html' } });
      // To sign in, where it says that this was not done.
      if (reply.redirected && new URL(reply.url).pathname !== location.pathname) return location.assign(reply.url);
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      const fresh = page.getElementById('board');
      if (!fresh) return failed();
      if (reply.ok) {
        const menu = pressed?.closest('details');
        if (menu) {
          menu.querySelector('summary').focus({ preventScroll: true });
          menu.open = false;
        } else {
          form.querySelectorAll('input[name=need]').forEach((tick) => { tick.checked = false; });
        }
      }
      answer(fresh);
      place(document.adoptNode(fresh));
      if (!reply.ok) document.getElementById('notices').scrollIntoView({ block: 'nearest' });
    } catch {
      failed();
    } finally {
      form.removeAttribute('aria-busy');
    }
  });

  form.addEventListener('change', count);
  document.addEventListener('live:fresh', (event) => {
    event.preventDefault();
    place(event.detail);
  });
  form.querySelectorAll('li[id]').forEach(remember);
  said.set(document.getElementById('to'), document.getElementById('to').innerHTML);
  count();
  wait();
})();
