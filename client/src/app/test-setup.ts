import { cleanup } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { openLanguage } from '../text/language.ts'

beforeEach(() => openLanguage('en'))
afterEach(cleanup)
