import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { openLanguage, preferredLanguage } from './text/language.ts'

const place = document.getElementById('withy')
if (!place) throw new Error('index.html has no #withy')

openLanguage(preferredLanguage()).then(() =>
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
