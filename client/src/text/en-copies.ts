export { default as messages } from './en/copies.json'
