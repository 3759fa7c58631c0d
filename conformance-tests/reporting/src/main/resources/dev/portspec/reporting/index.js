'use strict';
const checks = [...document.querySelectorAll('.check')];
const buttons = [...document.querySelectorAll('.filters button')];
const words = document.querySelector('.filters input');
const shown = document.querySelector('#shown');

function filter() {
  const wanted = buttons.filter(button => button.getAttribute('aria-pressed') === 'true').map(button => button.value);
  const parts = words.value.toLowerCase().split(/\s+/).filter(part => part);
  let number = 0;
  for (const check of checks) {
    const text = check.dataset.text.toLowerCase();
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
