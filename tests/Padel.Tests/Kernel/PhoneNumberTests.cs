using Padel.Kernel;

namespace Padel.Tests.Kernel;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("03001234567", "+923001234567")]
    [InlineData("0300-1234567", "+923001234567")]
    [InlineData("0300 123 4567", "+923001234567")]
    [InlineData(" +92 300 1234567 ", "+923001234567")]
    [InlineData("00923001234567", "+923001234567")]
    [InlineData("923001234567", "+923001234567")]
    [InlineData("3001234567", "+923001234567")]
    [InlineData("(0300) 1234567", "+923001234567")]
    [InlineData("+92 0300 1234567", "+923001234567")]
    [InlineData("+92 51 1234567", "+92511234567")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    public void Reads_what_people_write(string text, string expected)
    {
        PhoneNumber.TryParse(text, out var phone).ShouldBeTrue();
        phone.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("n/a")]
    [InlineData("0300-12345")]
    [InlineData("0300-12345678")]
    [InlineData("+92300123456x")]
    [InlineData("0300+1234567")]
    [InlineData("++923001234567")]
    [InlineData("+1234567890123456")]
    [InlineData("+0300123456")]
    public void Refuses_what_is_no_phone(string? text) => PhoneNumber.TryParse(text, out _).ShouldBeFalse();
}
