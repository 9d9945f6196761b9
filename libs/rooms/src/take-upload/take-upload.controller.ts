import { Body, Controller, Param, Post } from '@nestjs/common';
import { Answers, Permit, Who, type Actor } from '@hejie/platform';
import { z } from 'zod';
import { roomFileSchema, takeRoomUploadSchema, type TakeRoomUpload } from '../contract/index.js';
import { TakeUpload } from './take-upload.js';

@Controller('api/rooms/:id/files/uploaded')
export class TakeUploadController {
  constructor(private readonly takeUpload: TakeUpload) {}

  /** Of an upload by `/api/uploads` that was begun for the room's case. */
  @Post()
  @Permit('rooms.message.send')
  @Answers(roomFileSchema, 201)
  async take(@Who() actor: Actor, @Param('id', { schema: z.uuid() }) roomId: string, @Body({ schema: takeRoomUploadSchema }) { uploadId }: TakeRoomUpload) {
    const { id, name, mediaType, bytes, sha256 } = await this.takeUpload.execute(actor, roomId, uploadId);
    return { fileId: id, name, mediaType, bytes, sha256 };
  }
}
