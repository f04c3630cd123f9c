// What htmx puts in the page is where one goes on: a question or a code, by keyboard and read aloud.
document.addEventListener('htmx:afterSwap', (event) => {
  event.detail.target.querySelector('[data-focus]')?.focus();
});
