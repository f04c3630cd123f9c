package nl.bereik.server.publish;

final class MemoryOwnWordsTest extends OwnWordsContract {
    private final OwnWords words = new MemoryOwnWords();

    @Override
    OwnWords words() {
        return words;
    }
}
