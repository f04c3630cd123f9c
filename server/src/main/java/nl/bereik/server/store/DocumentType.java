package nl.bereik.server.store;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Documents in the file: the byte 255, the length as H2's variable-length integer, BSON. Any other first byte is a
 * document as H2 serializes objects, which is how files of earlier versions hold them; those are read, not written.
 */
final class DocumentType extends BasicDataType<byte[]> {
    private static final int BSON = 0xFF;
    private static final int ARRAY_OVERHEAD_BYTES = 24;
    private static final int FIRST_GUESS_BYTES = 512;

    private final ObjectDataType serialized = new ObjectDataType();

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(FIRST_GUESS_BYTES);
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bson = new byte[buffer.readableBytes()];
        buffer.readBytes(bson);
        return bson;
    }

    static Document decode(byte[] bson) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    @Override
    public int getMemory(byte[] bson) {
        return ARRAY_OVERHEAD_BYTES + bson.length;
    }

    @Override
    public void write(WriteBuffer file, byte[] bson) {
        file.put((byte) BSON).putVarInt(bson.length).put(bson);
    }

    @Override
    public byte[] read(ByteBuffer file) {
        if (Byte.toUnsignedInt(file.get(file.position())) != BSON) {
            return encode((Document) serialized.read(file));
        }
        file.get();
        byte[] bson = new byte[DataUtils.readVarInt(file)];
        file.get(bson);
        return bson;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
