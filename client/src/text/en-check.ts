export { default as messages } from './en/check.json'
