export { default as messages } from './cy/spoken.json'
