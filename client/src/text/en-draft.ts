export { default as messages } from './en/draft.json'
