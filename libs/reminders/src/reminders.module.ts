import { Module } from '@nestjs/common';
import { NotificationsController } from './notifications/notifications.controller.js';

@Module({ controllers: [NotificationsController] })
export class RemindersModule {}
