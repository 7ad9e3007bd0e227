using System.Security.Cryptography;
using System.Text;

namespace Pacta.Certificates;

/// <summary>Hashes as certificates write them: in lower-case hexadecimal.</summary>
internal static class Digest
{
    /// <summary>As many bytes as the hash has: nobody tries them all.</summary>
    public const int SaltLength = 32;

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Says nothing about a text to who has no salt, and proves it to who has: however few texts there may be.</summary>
    public static string Commitment(string salt, string text) => Convert.ToHexStringLower(SHA256.HashData([.. Convert.FromHexString(salt), .. Encoding.UTF8.GetBytes(text)]));

    public static bool IsHash(string text) => text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
