export { Attachment } from './attachment.js';
export { attachmentControllers, FILE_CHECKS, fileStore } from './attachments.controller.js';
export { AttachmentTable, Attachment1793319000000 } from './table.js';
export { FileStore, FolderStore } from './file-store.js';
