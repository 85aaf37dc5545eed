import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { fetchPage, routeOf } from './app/fetched-page.ts'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { openLanguage, preferredLanguage } from './text/language.ts'

const place = document.getElementById('withy')
if (!place) throw new Error('index.html has no #withy')

const draw = () =>
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
// Meanwhile, so that a slow line brings both at once; what cannot be had is told by the page where it belongs.
fetchPage(routeOf(location.pathname)).catch(() => {})
// Without texts there is nothing to say it in: opened again, the page comes, or the browser says that there is no connection.
openLanguage(preferredLanguage()).then(draw, () => location.reload())
