export { default as messages } from './en/glossary.json'
