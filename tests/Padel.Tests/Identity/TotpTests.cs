using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Padel.Identity.SecondFactor;

namespace Padel.Tests.Identity;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890"); // RFC 6238 appendix B

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_are_those_of_RFC_6238(long seconds, string code) =>
        Totp.Code(Secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), digits: 8).ShouldBe(code);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_early_or_late_is_taken(int drift, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now) + drift;
        Totp.Match(Secret, Totp.Code(Secret, step), now, lastStep: 0).ShouldBe(taken ? step : null);
    }

    [Fact]
    public void A_step_counts_once()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);
        Totp.Match(Secret, Totp.Code(Secret, step), now, lastStep: step).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, step - 1), now, lastStep: step).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, step + 1), now, lastStep: step).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void What_is_no_code_never_matches(string code) =>
        Totp.Match(Secret, code, DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), lastStep: 0).ShouldBeNull();

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_as_RFC_4648_says(string text, string base32)
    {
        Base32.Encode(Encoding.ASCII.GetBytes(text)).ShouldBe(base32);
        Encoding.ASCII.GetString(Base32.Decode(base32)).ShouldBe(text);
    }

    [Fact]
    public void Any_bytes_survive_base32() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes => Base32.Decode(Base32.Encode(bytes)).SequenceEqual(bytes)));
}
