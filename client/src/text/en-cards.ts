export { default as messages } from './en/cards.json'
