// Puts the look this device chose on <html> before anything is drawn, so that a dark page never flashes white.
// What is in the entry is made and read by src/features/reading/settings.ts; here it is only copied.
try {
  const look = JSON.parse(localStorage.getItem('withy.look') || '{}')
  for (const name in look) document.documentElement.setAttribute(name, look[name])
} catch {
  // Storage is blocked on this device: the page opens in the usual look.
}
