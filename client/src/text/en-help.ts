export { default as messages } from './en/help.json'
