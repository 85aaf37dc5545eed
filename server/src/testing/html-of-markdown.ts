import markdownIt from 'markdown-it'

const reader = markdownIt({ html: true, linkify: true })
reader.linkify.set({ fuzzyLink: false })

/** What a reader of Markdown shows: CommonMark with tables, strikethrough and bare addresses made links. Of its HTML our own `div` is taken as it is. */
export const htmlOfMarkdown = (markdown: string): string => reader.render(markdown)
