/** How many Welsh texts there are, and how many no speaker has read yet: the text plugin puts both in as the pages are built. */
export const WELSH_READ: { readonly all: number; readonly unread: number } = { all: 0, unread: 0 }
