// Shows in the frame what the form says, and keeps it in the address.
const form = document.querySelector('form');
const frame = document.querySelector('iframe');

for (const [name, value] of new URLSearchParams(location.search))
  if (form.elements[name]) form.elements[name].value = value;

function show() {
  const chosen = Object.fromEntries(new FormData(form));
  const [surface, state] = chosen.shown.split(' ');
  history.replaceState(null, '', `?${new URLSearchParams(chosen)}`);
  frame.width = chosen.width;
  frame.src = `/gallery/show?${new URLSearchParams({ ...chosen, surface, state })}`;
}

form.addEventListener('change', show);
show();
