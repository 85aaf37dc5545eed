export { default as messages } from './en/together.json'
