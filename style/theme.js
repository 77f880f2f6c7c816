// Sets the chosen theme before anything is painted.
try {
  const theme = localStorage.getItem('crossread-theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system's theme holds.
}
