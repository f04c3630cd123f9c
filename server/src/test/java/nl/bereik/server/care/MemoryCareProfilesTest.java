package nl.bereik.server.care;

final class MemoryCareProfilesTest extends CareProfilesContract {
    private final CareProfiles profiles = new MemoryCareProfiles();

    @Override
    CareProfiles profiles() {
        return profiles;
    }
}
