namespace Padel.Booking.Imports.Reading;

/// <summary>A file handed in for import. It is opened twice: once to see that it can be read to its end, once to be taken.</summary>
/// <param name="Name">What the report calls it: club, members or bookings.</param>
internal sealed record ImportFile(string Name, Func<Stream> Open)
{
    public static ImportFile At(string name, string path) => new(name, () => File.OpenRead(path));
}
