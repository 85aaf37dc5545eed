export { default as messages } from './en/home.json'
