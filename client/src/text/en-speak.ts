export { default as messages } from './en/speak.json'
