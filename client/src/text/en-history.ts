export { default as messages } from './en/history.json'
