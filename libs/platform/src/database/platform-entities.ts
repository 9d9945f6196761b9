import { AuditEntry } from '../audit/audit-entry.entity.js';
import { FileCopy } from '../files/file-copy.entity.js';
import { FileRelease } from '../files/file-release.entity.js';
import { OutboxDelivery } from '../outbox/outbox-delivery.entity.js';
import { OutboxEvent } from '../outbox/outbox-event.entity.js';
import { SentMessage } from '../outbound/sent-message.entity.js';

export const platformEntities = [OutboxEvent, OutboxDelivery, AuditEntry, SentMessage, FileCopy, FileRelease];
