'use strict';
const checks = [...document.querySelectorAll('.check')];
const buttons = [...document.querySelectorAll('.filters button')];
const words = document.querySelector('.filters input');
const shown = document.querySelector('#shown');

/** What a reader may look for in a check: its name, clauses, outcome and message. */
function textOf(check) {
  const parts = [...check.querySelectorAll('summary, .clause, .said')].map(part => part.textContent);
  return parts.join(' ').toLowerCase();
}

const texts = checks.map(textOf);

function filter() {
  const wanted = buttons.filter(button => button.getAttribute('aria-pressed') === 'true').map(button => button.value);
  const parts = words.value.toLowerCase().split(/\s+/).filter(part => part);
  let number = 0;
  for (const [index, check] of checks.entries()) {
    const text = texts[index];
    const fits = (!wanted.length || wanted.includes(check.dataset.verdict)) && parts.every(part => text.includes(part));
    check.hidden = !fits;
    number += fits ? 1 : 0;
  }
  shown.textContent = number + ' of ' + checks.length + ' shown';
}

function openTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches('.check')) {
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  }
}

for (const button of buttons) {
  button.addEventListener('click', () => {
    button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
    filter();
  });
}
words.addEventListener('input', filter);
addEventListener('hashchange', openTarget);
document.querySelector('.filters').hidden = false;
filter();
openTarget();
