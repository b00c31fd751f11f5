export { Attachment } from './attachment.js';
export { attachmentControllers, FILE_CHECKS, fileStore } from './attachments.controller.js';
export { ATTACHMENT_MIGRATIONS, AttachmentTable } from './table.js';
export { moveFiles } from './commands.js';
export { FileStore, FolderStore } from './file-store.js';
