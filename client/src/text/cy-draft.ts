export { default as messages } from './cy/draft.json'
